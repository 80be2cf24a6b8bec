/** Point 2: who sponsored is told what became of each offer: accepted, declined, expired. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ok } from '@navette/core';
import { declineOffer, newLinkSecret, register } from '@navette/directory/client';
import type { AnnouncementData, SponsorData } from '@navette/directory/model';
import { createDirectoryWorld, ORG } from '../../packages/directory/src/testing/world.ts';
import { must } from './support/member.ts';

const DAY = 86_400_000;

test('2. of three offers one is accepted, one declined, one expires: the sponsor is told of each, once', async () => {
	const world = await createDirectoryWorld();
	const { deps, random, clock, tasks, phrases, engine } = world;
	must(await world.registered('ana'));
	const ana = must(await world.enter('ana'));
	const offers = [newLinkSecret(random), newLinkSecret(random), newLinkSecret(random)] as const;
	for (const offer of offers) must(await ana.sponsor(offer, 'come', 7));
	const [taken, left] = offers;
	const aliases = [phrases('bo'), phrases('bo again')] as const;
	must(await register(deps, { secret: taken, aliases, thanks: 'thank you' }));
	must(await declineOffer(deps, left, 'no time'));
	/** What the threads of Ana say: each offer that is there, and the expired ones. */
	const told = async () => {
		const read = await engine.read(
			ORG,
			() => ({ id: 'test', rights: [] }),
			async (source) =>
				ok({
					offers: await source.list<SponsorData>('SPONSOR'),
					announced: await source.list<AnnouncementData>('ANNOUNCEMENT'),
				}),
		);
		const { offers: kept, announced } = must(read);
		const own = <T extends { readonly key: Readonly<Record<string, string>> }>(all: readonly T[]) =>
			all.filter(({ key }) => key.user === ana.user);
		return {
			statuses: own(kept)
				.map(({ data }) => `${data.status} ${data.answer ?? ''}`.trim())
				.toSorted(),
			expired: own(announced).filter(({ data }) => data.kind === 'offer-expired').length,
		};
	};
	await tasks.runDue();
	const answered = ['accepted thank you', 'declined no time'];
	assert.deepEqual(await told(), { statuses: [...answered, 'waiting'], expired: 0 });
	clock.advance(7 * DAY + 1);
	await tasks.runDue();
	assert.deepEqual(await told(), { statuses: answered, expired: 1 });
	clock.advance(40 * DAY);
	await tasks.runDue();
	assert.deepEqual(await told(), { statuses: [], expired: 1 });
});
