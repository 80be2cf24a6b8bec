import type { SponsorMail } from '../model/index.ts';

const TEXTS = {
	en: {
		subject: 'First half of your code',
		text: (half: string) =>
			`Somebody invites you to register.\n\nThis is the first half of your code:\n\n    ${half}\n\nThe second half reaches you by another way, from who invited you: nobody can use one half alone. If you expect no invitation, forget this mail.\n`,
	},
	fr: {
		subject: 'Première moitié de votre code',
		text: (half: string) =>
			`Quelqu’un vous invite à vous inscrire.\n\nVoici la première moitié de votre code :\n\n    ${half}\n\nLa seconde vous parvient par un autre chemin, de la part de qui vous invite : une moitié seule ne sert à personne. Si vous n’attendez aucune invitation, oubliez ce message.\n`,
	},
} as const;

/** The words of a mail that holds half of a code. */
export const halfMail = ({ half, language }: SponsorMail) => {
	const { subject, text } = TEXTS[language];
	return { subject, text: text(`${half.slice(0, 5)}-${half.slice(5)}`) };
};
