import { defineMessages } from '@navette/ui';

const fr = {
	accessesAbout: 'Chaque personne a le sien, pour pouvoir le retirer à elle seule.',
	noAccess: 'Aucun accès n’a encore été donné ici.',
	who: 'Pour qui',
	whoNote: 'Par exemple : Léa, téléphone',
	give: 'Donner un accès',
	powers: { 1: 'principal', 2: 'aide' },
	power: 'Pouvoir',
	waiting: (until: string) => `phrase dite, valable jusqu’au ${until}`,
	taken: 'phrase prise',
	expired: 'phrase périmée',
	withdraw: (lab: string) => `Retirer l’accès de ${lab}`,
	withdrawShort: 'Retirer',
	withdrawTitle: (lab: string) => `Retirer l’accès de ${lab} ?`,
	withdrawWhy:
		'Cette personne n’entrera plus, tout de suite et sur tous ses appareils. Un nouveau lien, ou une phrase, pourra lui être donné.',
	withdrawn: (lab: string) => `Accès retiré : ${lab}`,
	keep: 'Ne rien changer',
};

/** Texts of who may act for a sheet. */
export const accessesTexts = defineMessages({
	fr,
	en: {
		accessesAbout: 'Each person has their own, so that it can be withdrawn from them alone.',
		noAccess: 'No access has been given here yet.',
		who: 'For whom',
		whoNote: 'For instance: Léa, telephone',
		give: 'Give an access',
		powers: { 1: 'main', 2: 'helper' },
		power: 'Power',
		waiting: (until) => `phrase said, valid until ${until}`,
		taken: 'phrase taken',
		expired: 'phrase expired',
		withdraw: (lab) => `Withdraw the access of ${lab}`,
		withdrawShort: 'Withdraw',
		withdrawTitle: (lab) => `Withdraw the access of ${lab}?`,
		withdrawWhy:
			'This person no longer enters, at once and on all their devices. A new link or phrase may be given.',
		withdrawn: (lab) => `Access withdrawn: ${lab}`,
		keep: 'Change nothing',
	},
});
