/** Point 2: the visible part of an access right is signed by its service, and checked by the device. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { claimRight, lookAtRight } from '@navette/client';
import { decodeCbor, encodeCbor } from '@navette/codec';
import { ok } from '@navette/core';
import type { Identity } from '@navette/directory/client';
import { boardsApplication } from './support/boards.ts';
import { must, registered } from './support/member.ts';
import { type ServiceAtWork, startService } from './support/service.ts';

let service: ServiceAtWork;
let ana: Identity;
before(async () => {
	service = await startService('blue-house', boardsApplication);
	ana = await registered(service, 'ana');
});
after(() => service.close());

/** A right that Ana claimed, and how it is asked about. */
const claimed = async () => {
	const holder = await ana.holderKey('boards', service.org);
	const secret = await service.offer('MEM', 'blue');
	const { right } = must(await claimRight(service.stranger(), service.org, secret, holder));
	return { service: 'boards', org: service.org, right, holder };
};

test('2. a service says what a right is, signed: to whom, for what, until when; the same key after a restart', async () => {
	const expected = await claimed();
	const granted = must(await lookAtRight(service.stranger(), expected));
	assert.deepEqual(granted.rights, [{ usage: 'MEM', subject: 'blue', power: 1 }]);
	assert.ok(granted.until > Date.now());
	await service.restart();
	const again = await lookAtRight(service.stranger(), { ...expected, key: granted.key });
	assert.deepEqual(must(again), granted);
	await service.operate('right.revoke', { right: expected.right });
	const gone = await lookAtRight(service.stranger(), expected);
	assert.equal(!gone.ok && gone.error.code, 'E-OFFER', 'withdrawn, it says nothing more');
});

test('2. a right that is altered on its way, invented, or exchanged for another is refused', async () => {
	const [expected, other] = [await claimed(), await claimed()];
	const { key } = must(await lookAtRight(service.stranger(), expected));
	const honest = service.stranger();
	const told = (lie: (result: Record<string, unknown>) => unknown) => ({
		...honest,
		transport: {
			async request(path: string, body: Uint8Array, headers: Readonly<Record<string, string>>) {
				const answer = must(await honest.transport.request(path, body, headers));
				const decoded = decodeCbor(answer.body);
				const whole = must(decoded) as { readonly result: Record<string, unknown> };
				return ok({ ...answer, body: encodeCbor({ ...whole, result: lie(whole.result) }) });
			},
		},
	});
	const rights = [{ usage: 'ADM', subject: '', power: 1 }];
	const exchanged = must(await lookAtRight(honest, other));
	const lies: readonly ((result: Record<string, unknown>) => unknown)[] = [
		(result) => ({ ...result, rights }),
		(result) => ({ ...result, until: Number.MAX_SAFE_INTEGER }),
		(result) => ({ ...result, account: 'somebody' }),
		(result) => ({ ...result, key: `${key.slice(0, -1)}A` }),
		() => exchanged,
	];
	for (const lie of lies) {
		const answer = await lookAtRight(told(lie), { ...expected, key });
		assert.equal(!answer.ok && answer.error.code, 'E-FORGED');
	}
	assert.ok(
		(
			await lookAtRight(
				told((result) => result),
				{ ...expected, key },
			)
		).ok,
	);
});
