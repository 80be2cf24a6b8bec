import * as v from 'valibot';
import type { Setting } from './setting.ts';

/** Where mails are handed over. */
export interface MailConfig {
	/** `smtps://` = TLS from the first byte; `smtp://` = TLS asked for before anything is said. */
	readonly server: string;
	/** Address that they are from. */
	readonly from: string;
}

const isServer = (text: string): boolean => {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, pathname, search, hash } = new URL(text);
	const isBare = ['', '/'].includes(pathname) && search === '' && hash === '';
	return ['smtp:', 'smtps:'].includes(protocol) && hostname !== '' && isBare;
};

/** One address, with nothing that a header could hold besides. */
export const isMailAddress = (text: string): boolean =>
	/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,189}$/.test(text);

/** Settings of mail. */
export const MAIL_SETTINGS: readonly Setting[] = [
	{
		...{
			name: 'mail.server',
			variable: 'NAVETTE_MAIL_SERVER',
			fallback: undefined,
			isSecret: true,
		},
		...{ schema: v.pipe(v.string(), v.check(isServer)), fromText: (text) => text },
		allowed: 'smtps://USER:PASSWORD@HOST or smtp://USER:PASSWORD@HOST:587',
	},
	{
		...{ name: 'mail.from', variable: 'NAVETTE_MAIL_FROM', fallback: undefined },
		...{ schema: v.pipe(v.string(), v.check(isMailAddress)), fromText: (text) => text },
		allowed: 'the mail address that mails are from',
	},
];
