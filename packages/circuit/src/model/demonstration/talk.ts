import type { Chat } from '../chat.ts';
import type { Instant } from '../fields.ts';

const HOUR = 3_600_000;

/** One line of a conversation: hours before now, role, code, initials, text. */
type Line = readonly [
	hours: number,
	role: 'CO' | 'GC' | 'GP' | 'PR',
	code: string,
	init: string,
	tx: string,
];

const chatOf = (now: Instant, name: string, lines: readonly Line[]): Chat => ({
	n: lines.length,
	items: lines.map(([hours, role, code, init, tx], index) => ({
		k: `${name}-${index + 1}`,
		t: now - hours * HOUR,
		aut: { role, code, init },
		tx,
		mod: 'pub' as const,
	})),
});

/** Chat of the open delivery. */
export const openDeliveryChat = (now: Instant): Chat =>
	chatOf(now, 'ouverte', [
		[
			200,
			'GP',
			'bocage',
			'BOC',
			'Les commandes sont ouvertes. Les agneaux sont comptés : ne tardez pas.',
		],
		[
			47,
			'GP',
			'bocage',
			'BOC',
			'Le camembert passe à 3,60 € : le prix du lait a changé. Vous pouvez revoir votre commande.',
		],
	]);

/** Chat of a group. */
export const groupChat = (now: Instant): Chat =>
	chatOf(now, 'groupe', [
		[52, 'GC', 'dupleix', 'LC', 'Qui peut venir décharger ? Il faut quatre paires de bras.'],
		[50, 'CO', 'dupleix.3', 'PL', 'Je viens, avec un diable.'],
		[49, 'CO', 'dupleix.2', 'AP', 'Moi aussi, à partir de 17 h.'],
	]);

/** Chat of a groupement and its producers. */
export const groupementChat = (now: Instant): Chat =>
	chatOf(now, 'producteurs', [
		[
			30,
			'GP',
			'bocage',
			'BOC',
			'Étiquetez les cartons frais en bleu, le camion les charge en dernier.',
		],
		[28, 'PR', 'bocage.5', 'FH', 'Entendu. Il me reste trente tomes pour la prochaine tournée.'],
	]);
