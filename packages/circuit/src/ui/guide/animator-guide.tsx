import { type GuideProps, inDelivery, RoleGuide, type StepsOf } from './role-guide.tsx';

const animatorSteps: StepsOf = ({ 1: open, 4: unloading }) => [
	{
		path: '',
		target: '.ci-card .ci-card-head',
		title: { fr: 'Toutes les livraisons du groupe', en: 'Every delivery of the group' },
		text: {
			fr: 'Une carte par livraison, de l’annonce à l’archive : qui a commandé, combien, et ce qui demande un geste.',
			en: 'A card for each delivery, from its announcement to its archive: who has ordered, how much, and what asks for a hand.',
		},
	},
	inDelivery(open, '/group-order', {
		target: '.ca-grid-place',
		title: { fr: 'La commande du groupe', en: 'The order of the group' },
		text: {
			fr: 'Produits en lignes, consommateurs en colonnes. Les flèches déplacent, un chiffre remplace : vous pouvez écrire à la place de quelqu’un, votre nom reste auprès de la ligne.',
			en: 'Products in rows, consumers in columns. Arrows move, a digit replaces: you may write for somebody, and your name stays beside the line.',
		},
	}),
	inDelivery(unloading, '/unloading', {
		target: '#main h1',
		title: { fr: 'Décharger, d’une main', en: 'Unloading, with one hand' },
		text: {
			fr: 'Devant le camion, sans réseau s’il le faut : ce qui était attendu, ce qui est là. « Comme expédié » règle une ligne, ou toutes.',
			en: 'At the truck, without network if need be: what was expected, what is there. “As shipped” settles a line, or all of them.',
		},
	}),
	inDelivery(unloading, '/packages', {
		target: '#main h1',
		title: { fr: 'Les colis pesés', en: 'Weighed packages' },
		text: {
			fr: 'Chaque poulet a son poids et son panier. Un colis annoncé et introuvable se déclare manquant.',
			en: 'Each chicken has its weight and its basket. A package that was announced and cannot be found is declared missing.',
		},
	}),
	inDelivery(unloading, '/settle', {
		target: '#main h1',
		title: { fr: 'À régler', en: 'To settle' },
		text: {
			fr: 'Manques et excédents, un par un, chacun avec son outil : partager au prorata, servir les premiers inscrits, ou à la main.',
			en: 'Shortages and excesses, one by one, each with its tool: share in proportion, serve who came first, or by hand.',
		},
	}),
	inDelivery(unloading, '/distribution', {
		target: '#main h1',
		title: { fr: 'Distribuer', en: 'Handing over' },
		text: {
			fr: 'Panier par panier ou produit par produit ; une coche quand la personne est passée.',
			en: 'Basket by basket or product by product; a tick when the person has come.',
		},
	}),
	{
		path: 'chats',
		target: '#to-moderate',
		title: { fr: 'Discussions', en: 'Chats' },
		text: {
			fr: 'Ce que le groupement écrit à vos consommateurs attend votre accord : publier, ou refuser en disant pourquoi.',
			en: 'What the groupement writes to your consumers waits for you: publish it, or refuse and say why.',
		},
	},
	{
		target: '.nv-sync',
		title: { fr: 'Plusieurs à la fois', en: 'Several at once' },
		text: {
			fr: 'À plusieurs, sur plusieurs téléphones, chaque geste arrive aux autres dans la seconde. Ce qui a été refusé au retour du réseau est listé ici, avec les deux valeurs.',
			en: 'With several people on several phones, each gesture reaches the others within a second. What was refused when the network came back is listed here, with both values.',
		},
	},
];

export default function AnimatorGuide(props: GuideProps) {
	return <RoleGuide {...props} stepsOf={animatorSteps} />;
}
