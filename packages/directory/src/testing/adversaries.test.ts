/**
 * A directory that lies in every way of `evil/lies.ts`, on random histories, before every verb of the
 * real client: what is believed is true, or nothing is. More by hand: `DIRECTORY_HISTORIES=200`.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import { utf8ToBytes } from '@navette/core';
import fc from 'fast-check';
import type { ServiceCache } from '../client/index.ts';
import { LIES, type Liar, sealedByLiar } from './evil/lies.ts';
import {
	changeSheet,
	createEvilWorld,
	createService,
	type EvilWorld,
	enterByPin,
	granted,
	type Person,
	PIN,
	WELCOME,
} from './evil/people.ts';
import { createLyingWire } from './evil/told.ts';
import { type Verb, verbsOf } from './evil/verbs.ts';

const HISTORIES = Number(process.env.DIRECTORY_HISTORIES ?? 4);
const SEED = Number(process.env.DIRECTORY_SEED ?? 1_000);

const steps = ['change', 'enter', 'read', 'replace', 'pin', 'declare'] as const;
type Step = readonly [step: (typeof steps)[number], who: number];
const histories = fc.record({
	seed: fc.integer({ min: 1, max: 1e6 }),
	steps: fc.array(fc.tuple(fc.constantFrom(...steps), fc.nat(1)), { minLength: 3, maxLength: 9 }),
	dice: fc.infiniteStream(fc.nat((1 << 30) - 1)),
});

const createCache = (): ServiceCache => {
	const kept = new Map<string, unknown>();
	return {
		read: async (name) => kept.get(name),
		async write(name, value) {
			kept.set(name, value);
		},
	};
};

const live = async (
	world: EvilWorld,
	people: readonly [Person, Person],
	declare: () => Promise<void>,
	list: readonly Step[],
): Promise<void> => {
	for (const [at, [step, who]] of list.entries()) {
		const person = people[who === 0 ? 0 : 1];
		if (step === 'change') granted(await changeSheet(person, `language ${at}`));
		else if (step === 'enter') granted(await world.enter(person.aliases[1], person.me.head()));
		else if (step === 'read') granted(await person.me.readSheet());
		else if (step === 'pin') granted(await enterByPin(world.deps, person.pin));
		else if (step === 'declare') await declare();
		else {
			person.aliases[2] = `${person.name} anew ${at}`;
			granted(await person.me.replaceAlias(2, world.phrases(person.aliases[2])));
		}
	}
};

const liarOf = async (world: EvilWorld, ana: Person, dice: Iterator<number>): Promise<Liar> => {
	const { rev } = ana.me.head();
	const sheet = encodeCbor({ ...ana.me.sheet(), preferences: { language: ['liar'] } });
	const ofSheet = [['test', 'SHEET', ana.user, rev], sheet] as const;
	const sealed = await sealedByLiar(
		{
			wrap: [['test', 'ACCOUNT', ana.user, 1], new Uint8Array(32)],
			...{ 'sheet.bytes': ofSheet, bytes: ofSheet },
			welcome: [['test', 'WELCOME'], encodeCbor({ text: 'send money' })],
			blob: [['test', 'PIN', ana.pin.profile], new Uint8Array(32)],
		},
		world.deps,
	);
	const draw = (below: number) => (below === 0 ? 0 : dice.next().value % below);
	return { told: [...world.told], draw, sealed };
};

/** Every lie before a verb; gives the lies that were told. */
const playVerb = async (world: EvilWorld, verb: Verb, liar: Liar): Promise<readonly string[]> => {
	const mounted: string[] = [];
	for (const lie of LIES) {
		let isTold = false;
		const lying = createLyingWire(world.honest, liar.draw(verb.requests), (truth) => {
			const said = lie.tell(truth, liar);
			isTold = said !== undefined;
			return said;
		});
		world.clock.advance(61_000);
		world.takeOver(lying.wire);
		const outcome = await verb.run();
		world.takeOver();
		const where = `${verb.name}: ${lie.name}`;
		if (isTold) mounted.push(lie.name);
		if (outcome.ok) assert.ok(outcome.value, `${where} was believed`);
		else {
			assert.ok(isTold, `${where}: ${JSON.stringify(outcome.error)} without a lie`);
			assert.ok(lying.asked() <= verb.requests, `${where}: asked on after it`);
		}
		await verb.after?.();
	}
	return mounted;
};

const writingsOf = (secret: Uint8Array): readonly Buffer[] => {
	const bytes = Buffer.from(secret);
	const texts = [bytes.toString('base64url').slice(0, -1), bytes.toString('hex')];
	return [bytes, ...texts.map((text) => Buffer.from(text))];
};

/** Whether a request that left a device holds these bytes, as they are or written. */
const isHeard = ({ heard }: EvilWorld, secret: Uint8Array): boolean => {
	const wanted = writingsOf(secret);
	return heard.some(({ path, body, headers }) => {
		const whole = Buffer.concat([Buffer.from(path + JSON.stringify(headers)), body]);
		return wanted.some((one) => whole.includes(one));
	});
};

const assertNoSecretHeard = (world: EvilWorld, person: Person): void => {
	const { first, second } = world.phrases(person.aliases[1]);
	const secret = person.offer.form === 'link' ? person.offer.secret : '';
	const texts = [first, second, PIN, secret, WELCOME].map(utf8ToBytes);
	const { signing, sealing } = person.me.sheet().seeds;
	for (const one of [...texts, person.accountKey, signing, sealing])
		assert.ok(!isHeard(world, one), 'M24, M25: a secret left the device');
	assert.ok(isHeard(world, utf8ToBytes(person.user)), 'what is sent is found');
};

test(`whatever a directory says, on ${HISTORIES} histories, nobody believes what is not true`, async (t) => {
	const times = new Map(LIES.map(({ name }) => [name, 0]));
	await fc.assert(
		fc.asyncProperty(histories, async ({ seed, steps: list, dice }) => {
			const world = await createEvilWorld(seed);
			const ana = await world.newPerson('ana');
			const people = [ana, await world.newPerson('bob')] as const;
			const { declare, url } = await createService(world);
			await live(world, people, declare, list);
			const liar = await liarOf(world, ana, dice[Symbol.iterator]());
			const verbs = verbsOf(world, ana, createCache(), url);
			for (const verb of verbs) {
				assert.deepEqual(await verb.run(), { ok: true, value: true }, `${verb.name}, honestly`);
				for (const name of await playVerb(world, verb, liar))
					times.set(name, (times.get(name) ?? 0) + 1);
			}
			assertNoSecretHeard(world, ana);
		}),
		{ numRuns: HISTORIES, seed: SEED, endOnFailure: true },
	);
	for (const { rows, name } of LIES) {
		t.diagnostic(`${rows} ${name}: ${times.get(name)}`);
		assert.ok((times.get(name) ?? 0) > 0, `${name} had nothing to work on`);
	}
});
