import { type GuideProps, inDelivery, RoleGuide, type StepsOf } from './role-guide.tsx';

const producerSteps: StepsOf = ({ 1: open, 2: closed }) => [
	{
		path: '',
		target: '.ci-card .ci-card-head',
		title: { fr: 'Vos prochaines livraisons', en: 'Your next deliveries' },
		text: {
			fr: 'Ce que tous les groupes vous demandent, au total, et le montant. Tant que les commandes sont ouvertes, la carte dit que ce n’est pas définitif.',
			en: 'What all groups ask of you, in total, and the amount. As long as orders are open, the card says that it is not final.',
		},
	},
	inDelivery(open ?? closed, '', {
		target: '.cp-row',
		title: { fr: 'Préparer', en: 'Preparing' },
		text: {
			fr: 'Produit par produit, le total et la part de chaque groupe. Cochez au fur et à mesure : les coches restent sur cet appareil.',
			en: 'Product by product, the total and the part of each group. Tick as you go: ticks stay on this device.',
		},
	}),
	inDelivery(open ?? closed, '?view=cartons', {
		target: '.cp-panel .ci-card-head',
		title: { fr: 'Un carton par groupe', en: 'A carton for each group' },
		text: {
			fr: 'Écrivez ce que vous mettez dans chaque carton, poids compris, même sans réseau ; « prêt » le dit au groupement, et le groupe le retrouve au déchargement.',
			en: 'Write what you put into each carton, weights included, also without network; “ready” tells the groupement, and the group finds it when it unloads.',
		},
	}),
	{
		path: 'products',
		target: '.cp-product .cp-conditions',
		title: { fr: 'Vos produits', en: 'Your products' },
		text: {
			fr: 'Les prix en vigueur et ceux qui viennent. Vous en proposez d’autres ; le groupement accepte, ou dit pourquoi non.',
			en: 'Prices in force and those that come. You propose others; the groupement accepts, or says why not.',
		},
	},
	{
		path: 'chats',
		target: '.ch-list > li',
		title: { fr: 'Le groupement', en: 'The groupement' },
		text: {
			fr: 'La discussion des producteurs et de leur groupement. Les consommateurs ne la lisent pas.',
			en: 'The chat of producers and their groupement. Consumers do not read it.',
		},
	},
	{
		target: '.nv-sync',
		title: { fr: 'À la ferme, sans réseau', en: 'On the farm, without network' },
		text: {
			fr: 'Ce que vous tapez est gardé chiffré sur l’appareil et part dès que le réseau revient.',
			en: 'What you type is kept encrypted on the device, and leaves as soon as the network is back.',
		},
	},
];

export default function ProducerGuide(props: GuideProps) {
	return <RoleGuide {...props} stepsOf={producerSteps} />;
}
