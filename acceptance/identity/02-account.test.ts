/**
 * Point 2, the account: two aliases, one of which replaces the other; preferences and rights in the sheet
 * on every device; what happens is announced to the other devices, on their open socket; devices listed,
 * named and ended. Real server, real client, real Argon2id.
 */
import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import { createSession } from '@navette/client';
import { silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { type Identity, login } from '@navette/directory/client';
import {
	type AnnouncementData,
	DIRECTORY_THREADS,
	DIRECTORY_TYPES,
} from '@navette/directory/model';
import { createMemoryLocalStore } from '@navette/local-store';
import { createCatalogue } from '@navette/model';
import { boardsApplication } from './support/boards.ts';
import { must, registered, until } from './support/member.ts';
import { directoryDepsOf, type ServiceAtWork, startService } from './support/service.ts';

const bounded = { timeout: 180_000 };
let host: ServiceAtWork;
before(async () => {
	host = await startService('north', boardsApplication);
});
after(() => host.close());

const phrasesOf = (name: string, which: 'first' | 'new' | 'other') => ({
	first: `${name} of the ${which} orchard`,
	second: `${name} has a ${which} phrase`,
});

const enter = async (name: string, which: 'first' | 'new' | 'other', label: string) =>
	login(await directoryDepsOf(host.url), {
		...{ phrases: phrasesOf(name, which), label, kind: 'personal' },
	});

/** The thread of somebody's own, followed at the directory by one of their devices. */
const ownThread = async (t: TestContext, { signer, user }: Identity) => {
	const catalogue = createCatalogue(DIRECTORY_TYPES, DIRECTORY_THREADS);
	if (!catalogue.ok) throw new Error(catalogue.error.join());
	const session = await createSession({
		...{ org: 'universe', baseUrl: host.url, signer, catalogue: catalogue.value },
		...{ clock: systemClock, random: systemRandom, timers: systemTimers, log: silentLog },
		store: await createMemoryLocalStore({ log: silentLog }),
	});
	t.after(session.close);
	const thread = session.watch(`USER/${user}`);
	await until('the own thread', () => thread.get().status === 'ready');
	const announced = (): readonly string[] =>
		[...thread.get().documents('ANNOUNCEMENT').values()].map(({ data }) => {
			const { kind, label } = data as AnnouncementData;
			return `${kind} ${label}`;
		});
	return { session, thread, announced };
};

test(
	'2. either alias opens the account and replaces the other; the other devices hear of it, then are out',
	bounded,
	async (t) => {
		const phone = await registered(host, 'ana');
		const desk = must(await enter('ana', 'other', 'desk'));
		assert.equal(desk.user, phone.user);
		assert.deepEqual(desk.accountKey(), phone.accountKey());
		const onPhone = await ownThread(t, phone);
		await until('the desk is announced', () => onPhone.announced().includes('session desk'));
		must(await enter('ana', 'first', 'tablet'));
		await until('the tablet too', () => onPhone.announced().includes('session tablet'));
		must(await desk.replaceAlias(1, phrasesOf('ana', 'new')));
		await until('the phone is out', () => onPhone.session.sync.get().error?.code === 'E-ENDED');
		const onDesk = await ownThread(t, desk);
		await until('the alias is announced', () => onDesk.announced().includes('alias 1'));
		const lost = await enter('ana', 'first', 'thief');
		assert.deepEqual(lost, { ok: false, error: { kind: 'refused', code: 'E-LOGIN' } });
		assert.equal(must(await enter('ana', 'new', 'phone')).user, phone.user);
	},
);

test(
	'2. preferences written on one device are proposed on the other, which is told that the sheet changed',
	bounded,
	async (t) => {
		const phone = await registered(host, 'bob');
		const desk = must(await enter('bob', 'other', 'desk'));
		const onDesk = await ownThread(t, desk);
		const preferences = { mail: ['bob@example.org', 'bob@work.example'], language: ['fr'] };
		must(await phone.changeSheet((sheet) => ({ ...sheet, preferences })));
		await until('the sheet is another', () => {
			const [kept] = onDesk.thread.get().documents('SHEET').values();
			return (kept?.data as { rev: number } | undefined)?.rev === 2;
		});
		assert.deepEqual(must(await desk.readSheet()).preferences, preferences);
		const known = desk.head();
		const request = { phrases: phrasesOf('bob', 'first'), label: 'x', kind: 'personal' } as const;
		const again = await login(await directoryDepsOf(host.url), { ...request, known });
		assert.deepEqual(must(again).sheet().preferences, preferences);
	},
);

test(
	'2. devices of an account are listed, named and ended at the directory',
	bounded,
	async (t) => {
		const phone = await registered(host, 'eve');
		const desk = must(await enter('eve', 'other', 'desk'));
		const [onPhone, onDesk] = [await ownThread(t, phone), await ownThread(t, desk)];
		const named = { session: phone.signer.session, label: 'lost phone' };
		must(await onDesk.session.call('session.name', named));
		const list = onDesk.session.report<readonly { label: string; isThis: boolean }[]>(
			'sessions',
			{},
		);
		await until('the list', () => list.get().result?.length === 2);
		assert.deepEqual(
			list
				.get()
				.result?.map(({ label, isThis }) => `${label} ${isThis}`)
				.sort(),
			['desk true', 'lost phone false'],
		);
		must(await onDesk.session.call('session.end', { session: phone.signer.session }));
		await until('the phone is out', () => onPhone.session.sync.get().error?.code === 'E-ENDED');
		assert.deepEqual(await phone.readSheet(), {
			...{ ok: false, error: { kind: 'refused', code: 'E-TOKEN' } },
		});
		await until('the list is told by itself', () => list.get().result?.length === 1);
		assert.equal(onDesk.session.sync.get().kind, 'up-to-date');
	},
);
