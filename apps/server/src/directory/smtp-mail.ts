import type { Log } from '@navette/core';
import type { DirectoryDeps, Mail } from '@navette/directory/server';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { isMailAddress, type MailConfig } from '../mail-config.ts';

/** A silent server is not waited for longer, ms. */
const PATIENCE = 20_000;

const isHere = (host: string): boolean => /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(host);

/** How a mail server is spoken to: by TLS, but on this very machine. */
const optionsOf = ({ server }: MailConfig) => {
	const { protocol, hostname, port, username, password } = new URL(server);
	const secure = protocol === 'smtps:';
	const isLocal = isHere(hostname);
	return {
		host: hostname.replace(/^\[|\]$/g, ''),
		port: port === '' ? (secure ? 465 : 587) : Number(port),
		secure,
		requireTLS: !secure && !isLocal,
		tls: { minVersion: 'TLSv1.2' as const },
		...(username === ''
			? {}
			: { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
		...{ connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE },
		/* nothing of a mail is read from a file or an address */
		...{ disableFileAccess: true, disableUrlAccess: true },
	};
};

const messageOf = ({ id, to, subject, text }: Mail, from: string): SendMailOptions => ({
	...{ from: { name: '', address: from }, to: { name: '', address: to }, subject, text },
	/* the same each time that it is tried: who has it already can tell */
	messageId: `<${Buffer.from(id).toString('base64url')}@${from.split('@')[1] ?? 'navette'}>`,
	headers: { 'auto-submitted': 'auto-generated' },
});

/** Why a mail server did not take a mail: its code, never its words, which may hold the address. */
const reasonOf = (error: unknown): string => {
	const { code, responseCode } = error as Partial<Record<'code' | 'responseCode', unknown>>;
	return [code, responseCode].filter((one) => one !== undefined).join(' ') || 'unknown';
};

/**
 * Whether a mail server refuses a mail for good: 5xx of the address or of the mail itself. What it says
 * of our password or of its TLS is a setting, and may be mended meanwhile.
 */
const isForGood = (error: unknown): boolean => {
	const { code, responseCode } = error as Partial<Record<'code' | 'responseCode', unknown>>;
	const isOfMail = code === 'EENVELOPE' || code === 'EMESSAGE';
	return isOfMail && typeof responseCode === 'number' && responseCode >= 500;
};

/** Hands mails to a server over SMTP. */
export const createSmtpMail =
	(config: MailConfig, log: Log): DirectoryDeps['mail'] =>
	async (mail, signal) => {
		if (!isMailAddress(mail.to)) return 'refused';
		const transport = createTransport(optionsOf(config));
		const stop = () => transport.close();
		signal.addEventListener('abort', stop);
		try {
			await transport.sendMail(messageOf(mail, config.from));
			return 'taken';
		} catch (error) {
			log.warn('mail-refused', { code: reasonOf(error) });
			return isForGood(error) ? 'refused' : 'later';
		} finally {
			signal.removeEventListener('abort', stop);
			transport.close();
		}
	};

/** Reaches a mail server and says who we are, without sending anything; throws why not. */
export const checkMailServer = async (config: MailConfig): Promise<void> => {
	const transport = createTransport(optionsOf(config));
	try {
		await transport.verify();
	} finally {
		transport.close();
	}
};
