import { type GuideProps, inDelivery, RoleGuide, type StepsOf } from './role-guide.tsx';

const groupementSteps: StepsOf = ({ 0: coming, 1: open }) => [
	{
		path: '',
		target: '.ci-card',
		title: { fr: 'Vos tournées', en: 'Your tours' },
		text: {
			fr: 'Chaque tournée est dans la colonne de son moment : à venir, ouverte, close, en route. La carte dit les groupes, les montants, le poids face au camion.',
			en: 'Each tour is in the column of its moment: coming, open, closed, on the road. Its card says groups, amounts, and weight against the truck.',
		},
	},
	inDelivery(open, '/orders', {
		target: '[role="grid"]',
		title: { fr: 'Les commandes, en direct', en: 'Orders, live' },
		text: {
			fr: 'Groupes et produits en un tableau qui bouge pendant qu’on commande. Vous voyez ce que demande chaque groupe, jamais ce que demande une personne.',
			en: 'Groups and products in a table that moves while people order. You see what each group asks for, never what a person does.',
		},
	}),
	{
		path: 'calendar',
		target: '#main h1',
		title: { fr: 'L’année', en: 'The year' },
		text: {
			fr: 'Annoncer, créer, copier une tournée vers les mois suivants : les dates gardent leur jour de semaine, et ce qui se heurte est montré.',
			en: 'Announce, create, copy a tour to the months that follow: dates keep their day of the week, and what collides is shown.',
		},
	},
	inDelivery(coming ?? open, '', {
		target: '#main h1',
		title: { fr: 'Les dates d’une livraison', en: 'The dates of a delivery' },
		text: {
			fr: 'Ouverture, clôture, départ, arrêts. Chaque date est jugée pendant que vous tapez, et la phrase que tous recevront est écrite avant d’être envoyée.',
			en: 'Opening, closing, departure, stops. Each date is judged as you type, and the sentence that everybody will get is there before it is sent.',
		},
	}),
	{
		path: 'chats',
		target: '.ch-list > li',
		title: { fr: 'Producteurs et groupes', en: 'Producers and groups' },
		text: {
			fr: 'La discussion du groupement, celle de chaque livraison. Un message aux consommateurs d’un groupe passe par son animateur.',
			en: 'The chat of the groupement, and that of each delivery. A message to the consumers of a group passes by its animator.',
		},
	},
	{
		target: '.nv-sync',
		title: { fr: 'À jour, ou pas', en: 'Up to date, or not' },
		text: {
			fr: 'Rien ne se rafraîchit à la main. Ce témoin dit si vous voyez l’état présent, ou celui d’avant la coupure.',
			en: 'Nothing is refreshed by hand. This sign says whether you see the present state, or that from before the cut.',
		},
	},
];

export default function GroupementGuide(props: GuideProps) {
	return <RoleGuide {...props} stepsOf={groupementSteps} />;
}
