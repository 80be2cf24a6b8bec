import { type GuideProps, inDelivery, RoleGuide, type StepsOf } from './role-guide.tsx';

const consumerSteps: StepsOf = ({ 1: open, 4: unloading, 5: shared }) => [
	{
		path: '',
		target: '.co-card[data-open] .co-card-head',
		title: { fr: 'Vos livraisons', en: 'Your deliveries' },
		text: {
			fr: 'Chaque carte est une livraison d’un groupement de producteurs. Elle dit où elle en est et jusqu’à quand vous pouvez commander. En tête, celles qui sont ouvertes ; ensuite, ce qui est à retirer et ce qui vient.',
			en: 'Each card is one delivery of a grouping of producers. It says where it stands and until when you may order. Open ones come first; then what is to collect, and what is coming.',
		},
	},
	inDelivery(open, '/order', {
		target: '.co-product .nv-stepper',
		title: { fr: 'Commander', en: 'Ordering' },
		text: {
			fr: 'Plus et moins suffisent ; un demi se prend là où une caisse se partage. Il n’y a rien à valider : chaque changement est enregistré, et peut être annulé pendant dix secondes.',
			en: 'Plus and minus are enough; a half can be taken where a crate is shared. There is nothing to confirm: each change is saved, and can be undone for ten seconds.',
		},
	}),
	inDelivery(open, '/order', {
		target: '.co-total',
		title: { fr: 'Votre total', en: 'Your total' },
		text: {
			fr: 'Références, poids et prix suivent vos doigts. Un prix marqué ≈ est estimé : ce qui se pèse se paie au poids reçu.',
			en: 'References, weight and price follow your fingers. A price marked ≈ is an estimate: what is weighed is paid by the weight received.',
		},
	}),
	inDelivery(open, '?tab=group', {
		target: '.co-table',
		title: { fr: 'Le groupe', en: 'The group' },
		text: {
			fr: 'Ce que le groupe commande ensemble, sans aucun nom. « ½ manque » dit qu’une caisse n’est pas complète : quelqu’un peut prendre l’autre moitié.',
			en: 'What the group orders together, without any name. “½ missing” says that a crate is not complete: somebody can take the other half.',
		},
	}),
	inDelivery(unloading ?? shared, '?tab=got', {
		target: '[role="tab"][aria-selected="true"]',
		title: { fr: 'Ce que vous avez reçu', en: 'What you got' },
		text: {
			fr: 'Une fois le camion déchargé, la livraison montre ce qui a été pesé pour vous et ce qui est dû. Ce n’est pas un document de paiement.',
			en: 'Once the truck is unloaded, the delivery shows what was weighed for you and what is due. It is not a payment document.',
		},
	}),
	{
		path: 'chat',
		target: '.ch-composer',
		title: { fr: 'Parler au groupe', en: 'Talking to the group' },
		text: {
			fr: 'Le groupe et chaque livraison ont leur discussion. Les changements de date et de prix s’y annoncent d’eux-mêmes.',
			en: 'The group and each delivery have their chat. Changes of dates and prices tell themselves there.',
		},
	},
	{
		target: '.nv-sync',
		title: { fr: 'Sans réseau aussi', en: 'Without network too' },
		text: {
			fr: 'Ce témoin dit si tout est à jour. Sans réseau, vous lisez ce que l’appareil garde, chiffré ; ce que vous tapez attend, puis part une seule fois, dans l’ordre.',
			en: 'This sign says whether all is up to date. Without network you read what the device keeps, encrypted; what you type waits, then goes once, in order.',
		},
	},
];

export default function ConsumerGuide(props: GuideProps) {
	return <RoleGuide {...props} stepsOf={consumerSteps} />;
}
