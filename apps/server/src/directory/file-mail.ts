import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '@navette/core';
import type { DirectoryDeps, Mail } from '@navette/directory/server';

/** Mails of a site without a sender of its own: written here, for a program or a person to send. */
const mailsIn = (folder: string): string => path.join(folder, 'mails');

const encoded = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const linesOf = (base64: string): string => base64.replace(/.{76}/g, '$&\r\n');

/** A mail as in RFC 5322, its text in base 64. */
const messageOf = ({ to, subject, text }: Mail, at: number): string =>
	[
		`Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
		`To: <${to}>`,
		`Subject: ${encoded(subject)}`,
		'MIME-Version: 1.0',
		'Content-Type: text/plain; charset=utf-8',
		'Content-Transfer-Encoding: base64',
		'',
		linesOf(Buffer.from(text).toString('base64')),
		'',
	].join('\r\n');

/** Writes each mail to a file of its own, whole or not at all, for the owner of the folder alone. */
export const createFileMail =
	(folder: string, clock: Clock): DirectoryDeps['mail'] =>
	async (mail) => {
		const mails = mailsIn(folder);
		await mkdir(mails, { recursive: true, mode: 0o700 });
		const file = path.join(mails, `${Buffer.from(mail.id).toString('base64url')}.eml`);
		await writeFile(`${file}.new`, messageOf(mail, clock.now()), { mode: 0o600, flush: true });
		await rename(`${file}.new`, file);
		return 'taken';
	};
