/** A sentence in the languages of the application. */
export interface Sentence {
	readonly fr: string;
	readonly en: string;
}

/** One entry of the error catalogue. */
export interface ErrorEntry {
	/** HTTP status. */
	readonly status: number;
	/** `never`: the same call will fail again; `later`: it may pass later; `change`: after a change. */
	readonly retry: 'never' | 'later' | 'change';
	/** For the user: that nothing was saved, and what to do. */
	readonly sentence: Sentence;
}

const entry = (status: number, retry: ErrorEntry['retry'], fr: string, en: string): ErrorEntry => ({
	status,
	retry,
	sentence: { fr: `Rien n’a été enregistré. ${fr}`, en: `Nothing was saved. ${en}` },
});

/** Every expected failure of the application. */
export const circuitErrors = {
	'E-DROIT': entry(
		403,
		'never',
		'Votre droit d’accès ne permet pas cela : changez de rôle ou demandez à un animateur.',
		'Your access right does not allow this: switch roles or ask an animator.',
	),
	'E-PHASE': entry(
		409,
		'never',
		'Cette livraison n’est plus, ou pas encore, à l’étape où cela se fait : demandez à un animateur du groupe.',
		'This delivery is past, or not yet at, the stage for this: ask an animator of the group.',
	),
	'E-DATE': entry(
		422,
		'change',
		'Cette date n’est pas possible : corrigez-la d’après le calendrier de la livraison.',
		'This date is not possible: correct it against the dates of the delivery.',
	),
	'E-GEL': entry(
		409,
		'never',
		'Le camion est parti, les prix sont figés : corrigez la prochaine livraison.',
		'The truck has left and prices are frozen: correct the next delivery.',
	),
	'E-VU': entry(
		409,
		'change',
		'Quelqu’un a changé cette ligne entre-temps : choisissez sa quantité ou la vôtre.',
		'Somebody changed this line in the meantime: choose their quantity or yours.',
	),
	'E-PROD': entry(
		422,
		'change',
		'Ce produit n’est pas proposé à votre groupe dans cette livraison : choisissez-en un autre.',
		'This product is not offered to your group in this delivery: choose another one.',
	),
	'E-DEMI': entry(
		422,
		'change',
		'Ce produit ne se partage pas : commandez un nombre entier.',
		'This product cannot be halved: order a whole number.',
	),
	'E-PAS': entry(
		422,
		'change',
		'La quantité n’est pas un multiple du pas de ce produit : arrondissez-la.',
		'The quantity is not a multiple of this product’s step: round it.',
	),
	'E-BLOQUE': entry(
		403,
		'later',
		'Les commandes de ce consommateur sont bloquées : parlez-en à un animateur du groupe.',
		'This consumer’s orders are blocked: speak to an animator of the group.',
	),
	'E-LIEN': entry(
		409,
		'later',
		'Le groupe et le groupement ne sont pas liés pour cette livraison : les deux doivent accepter le lien.',
		'The group and the groupement are not linked for this delivery: both must accept the link.',
	),
	'E-PAQ': entry(
		409,
		'change',
		'Ce paquet n’est plus où vous l’avez vu : rouvrez l’étagère et recommencez.',
		'This package is no longer where you saw it: open the shelf again and retry.',
	),
	'E-ARCH': entry(
		409,
		'never',
		'Cette livraison est archivée : elle ne se modifie plus, consultez-la seulement.',
		'This delivery is archived: it can only be read.',
	),
	'E-LIGNES': entry(
		422,
		'change',
		'Cette commande a déjà 300 lignes : retirez-en une avant d’en ajouter.',
		'This order already has 300 lines: remove one before adding another.',
	),
	'E-VIDE': entry(
		409,
		'change',
		'Il n’y a rien ici à quoi cela s’applique : rouvrez l’écran pour voir ce qui existe.',
		'There is nothing here that this applies to: open the screen again to see what exists.',
	),
	'E-DEJA': entry(
		409,
		'change',
		'Ce code ou ce nom est déjà pris : choisissez-en un autre.',
		'This code or name is already taken: choose another one.',
	),
	'E-DISPO': entry(
		409,
		'change',
		'Ce produit est encore proposé dans une livraison : rendez-le indisponible d’abord.',
		'This product is still offered in a delivery: make it unavailable there first.',
	),
	'E-JOINDRE': entry(
		422,
		'change',
		'Les animateurs doivent pouvoir vous joindre : laissez-leur voir un téléphone ou une adresse.',
		'Animators must be able to reach you: let them see a telephone number or an address.',
	),
	'E-CHAT': entry(
		409,
		'change',
		'Ce message ne peut plus être changé ainsi : rouvrez la discussion pour voir où il en est.',
		'This message can no longer be changed like this: open the chat again to see where it stands.',
	),
	'E-IMPORT': entry(
		422,
		'change',
		'Le fichier a des lignes fausses : corrigez celles qui sont indiquées, puis recommencez.',
		'The file has wrong lines: correct those shown, then try again.',
	),
	'E-DERNIER': entry(
		409,
		'change',
		'C’est le dernier accès principal : donnez-en un autre avant de le retirer.',
		'This is the last main access: give another one before you withdraw it.',
	),
} as const satisfies Record<string, ErrorEntry>;

export type CircuitErrorCode = keyof typeof circuitErrors;

/** An expected failure: its code, and values that help to say more (never a sentence). */
export interface Failure {
	readonly code: CircuitErrorCode;
	readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Builds a failure. */
export const failure = (code: CircuitErrorCode, detail?: Failure['detail']): Failure =>
	detail === undefined ? { code } : { code, detail };
