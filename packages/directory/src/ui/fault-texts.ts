import { defineMessages, plural } from '@navette/ui';

/** Words of what went wrong on this side. */
export const faultTexts = defineMessages({
	fr: {
		offline:
			'L’annuaire ne répond pas : réseau ou serveur. Rien n’est perdu ici : redemandez quand il est là.',
		unreadable:
			'La réponse de l’annuaire est illisible. Rien n’a été enregistré : mettez l’application à jour.',
		forged:
			'Ce que l’annuaire a répondu n’est pas ce que vous avez écrit : il a été changé en route ou chez lui. Rien n’a été ouvert. N’entrez rien d’autre, et prévenez qui vous a parrainé.',
		rollback:
			'L’annuaire a donné une fiche plus ancienne que celle que cet appareil a vue. Rien n’a été ouvert : prévenez qui tient le serveur.',
		fork: 'L’annuaire a donné une fiche d’une autre histoire que celle que cet appareil a vue. Rien n’a été ouvert : prévenez qui tient le serveur.',
		refused: (code: string) => `L’annuaire a refusé (${code}). Rien n’a été enregistré.`,
		wait: (seconds: number) =>
			`Trop d’essais pour le moment. Rien n’a été essayé cette fois : attendez ${seconds} ${plural('fr', seconds, { one: 'seconde', other: 'secondes' })}, puis recommencez.`,
		wrongPin: (left: number) =>
			left > 0
				? 'Ce n’est pas ce code. Il reste UN essai : s’il est faux aussi, l’entrée de ce code est détruite à l’annuaire. Vos données ne risquent rien ; vos deux phrases ouvrent toujours.'
				: 'Ce n’est pas ce code non plus : son entrée est détruite à l’annuaire. Vos données sont intactes : entrez par vos deux phrases, puis choisissez un autre code.',
	},
	en: {
		offline:
			'The directory does not answer: network or server. Nothing is lost here: ask again when it is there.',
		unreadable:
			'The answer of the directory cannot be read. Nothing was saved: update the application.',
		forged:
			'What the directory answered is not what you wrote: it was changed on the way or there. Nothing was opened. Type nothing more, and tell whoever sponsored you.',
		rollback:
			'The directory gave a sheet older than the one this device saw. Nothing was opened: tell whoever runs the server.',
		fork: 'The directory gave a sheet of another history than the one this device saw. Nothing was opened: tell whoever runs the server.',
		refused: (code) => `The directory refused (${code}). Nothing was saved.`,
		wait: (seconds) =>
			`Too many tries for now. Nothing was tried this time: wait ${seconds} ${plural('en', seconds, { one: 'second', other: 'seconds' })}, then do it again.`,
		wrongPin: (left) =>
			left > 0
				? 'This is not the code. ONE try is left: if it is wrong too, the entry of this code is destroyed at the directory. Your data are not at risk; your two phrases still open.'
				: 'This is not the code either: its entry is destroyed at the directory. Your data are safe: enter by your two phrases, then choose another code.',
	},
});
