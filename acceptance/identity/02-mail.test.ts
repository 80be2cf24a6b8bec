/** Point 2: half of a code leaves by a real mail server, tried again until it is taken; by TLS but on this machine. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { checkMailServer, createSmtpMail } from '@navette/app-server/mail';
import { offerKeysOf } from '@navette/client';
import { bytesToBase64Url, ok, silentLog, systemRandom } from '@navette/core';
import type { SponsorData } from '@navette/directory/model';
import { SMTPServer } from 'smtp-server';
import { boardsApplication } from './support/boards.ts';
import { until } from './support/member.ts';
import { type ServiceAtWork, startService } from './support/service.ts';

const FROM = 'circuit@example.org';
const taken: string[] = [];
const refusals: number[] = [];
/** A mail server without TLS, that refuses as often as it is told. */
const smtp = new SMTPServer({
	authOptional: true,
	disabledCommands: ['STARTTLS'],
	onAuth: ({ password = '' }, _session, done) =>
		password === 'p@ss word' ? done(null, { user: 'ana' }) : done(new Error('no')),
	async onData(stream, _session, done) {
		const mail = await text(stream);
		const code = refusals.shift();
		if (code === undefined) taken.push(mail);
		done(code === undefined ? null : Object.assign(new Error('later'), { responseCode: code }));
	},
});
let at: string;
let service: ServiceAtWork;
before(async () => {
	const listening = smtp.listen(0, '127.0.0.1');
	await once(listening, 'listening');
	at = `127.0.0.1:${(listening.address() as AddressInfo).port}`;
	const directory = { kind: 'host', universe: 'universe' } as const;
	const mail = { server: `smtp://ana:p%40ss%20word@${at}`, from: FROM };
	service = await startService('blue-house', boardsApplication, directory, { mail });
});
after(async () => {
	await service.close();
	await new Promise<void>((resolve) => smtp.close(resolve));
});

const mailOf = (change: Readonly<Record<string, string>> = {}) => ({
	...{ id: 'task-1', to: 'bo@example.org', subject: 'Première moitié', text: 'half' },
	...change,
});
const send = (server: string, mail = mailOf()) =>
	createSmtpMail({ server, from: FROM }, silentLog)(mail, new AbortController().signal);

/** An offer whose first half is mailed. */
const offerHalf = async (to: string) => {
	const keys = await offerKeysOf(bytesToBase64Url(systemRandom.bytes(16)));
	assert.ok(keys);
	const mail = { to, half: 'ABCDEFGHJK', language: 'en' };
	await service.operate(
		'sponsor.create',
		{
			...{ sponsorship: keys.offer, acceptKey: bytesToBase64Url(keys.accept.publicKey) },
			...{ welcome: 'AAAA', days: 7, mail },
		},
		'universe',
	);
	return { sponsorship: keys.offer };
};

test('2. half of a code is mailed by the server that the settings name; refused for now, it is tried again, once taken never', {
	timeout: 180_000,
}, async () => {
	refusals.push(451);
	await offerHalf('bo@example.org');
	await until('taken', () => taken.length === 1);
	const [mailed = ''] = taken.splice(0);
	const [head = '', ...rest] = mailed.split('\r\n\r\n');
	const body = rest.join('\n');
	assert.match(head, /^From: .*circuit@example\.org/m);
	assert.match(head, /^To: .*bo@example\.org/m);
	const words = /base64/.test(head) ? Buffer.from(body, 'base64').toString() : body;
	assert.match(words, /ABCDE-FGHJK/);
	assert.deepEqual(refusals, [], 'it was refused once, then taken');
});

test('2. a mail that the server refuses for good is not tried again, and its offer says so', {
	timeout: 180_000,
}, async () => {
	refusals.push(550, 552);
	const { sponsorship } = await offerHalf('nobody@example.org');
	await until('noted', () => refusals.length === 1);
	const offer = async () => {
		const read = await service.engine.read(
			'universe',
			() => ({ id: 'operator', rights: [] }),
			async (source) => ok(await source.list<SponsorData>('SPONSOR')),
		);
		const all = read.ok ? read.value : [];
		return all.find(({ key }) => key.sponsorship === sponsorship)?.data.mail;
	};
	for (;;) {
		const mail = await offer();
		if (mail === 'refused') break;
		assert.equal(mail, 'waiting');
		await new Promise((resolve) => setImmediate(resolve));
	}
	assert.deepEqual((await service.engine.tasks.due('universe', 10)).ids, []);
	assert.deepEqual(refusals.splice(0), [552], 'it was tried once');
	assert.equal(await send(`smtp://ana:wrong@${at}`), 'later', 'a setting may be mended');
	assert.deepEqual(taken, []);
});

test('2. nothing of a mail makes another header or another address', async () => {
	for (const to of ['bo@example.org\r\nBcc: eve@example.org', 'bo@x.org, eve@x.org', '<bo@x.org>'])
		assert.equal(await send(`smtp://${at}`, mailOf({ to })), 'refused');
	const subject = 'Hello\r\nBcc: eve@example.org\r\n\r\nanother text';
	assert.equal(await send(`smtp://${at}`, mailOf({ subject })), 'taken');
	const [mailed = ''] = taken.splice(0);
	const head = mailed.split('\r\n\r\n')[0] ?? '';
	assert.equal(head.match(/^(bcc|cc|to|subject):/gim)?.length, 2, head);
});

test('2. a mail server elsewhere is spoken to by TLS or not at all; a wrong password is said to the operator', async () => {
	/* 0.0.0.0 leads here too, and is not a name of this machine */
	const elsewhere = `smtp://0.0.0.0:${at.split(':')[1]}`;
	assert.equal(await send(elsewhere), 'later');
	await assert.rejects(checkMailServer({ server: elsewhere, from: FROM }), /STARTTLS/);
	await assert.rejects(checkMailServer({ server: `smtp://ana:wrong@${at}`, from: FROM }));
	await checkMailServer({ server: `smtp://ana:p%40ss%20word@${at}`, from: FROM });
	assert.deepEqual(taken, []);
});
