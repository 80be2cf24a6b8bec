import type { Result } from '@navette/core';
import { equalConstantTime } from '@navette/crypto';
import {
	createPin,
	type Fault,
	findService,
	type Identity,
	lookAtOffer,
	type ServiceCache,
} from '../../client/index.ts';
import {
	changeSheet,
	type EvilWorld,
	enterByPin,
	type Person,
	PIN,
	textOf,
	WELCOME,
} from './people.ts';

/** A verb of the real client, asked of a directory that may lie. */
export interface Verb {
	readonly name: string;
	/** Requests of an honest run. */
	readonly requests: number;
	/** True when what the verb believes is true, `Fault` when it believes nothing. */
	readonly run: () => Promise<Result<boolean, Fault>>;
	/** Puts right what a lie left half done; honest. */
	readonly after?: () => Promise<unknown>;
}

const judged = async <T>(
	asked: Promise<Result<T, Fault>>,
	isTrue: (value: T) => boolean,
): Promise<Result<boolean, Fault>> => {
	const outcome = await asked;
	return outcome.ok ? { ok: true, value: isTrue(outcome.value) } : outcome;
};

const isOwn = (person: Person, least: number) => (entered: Identity) => {
	const { rev, preferences } = entered.sheet();
	return (
		entered.user === person.user &&
		equalConstantTime(entered.accountKey(), person.accountKey) &&
		rev >= least &&
		person.written.get(rev)?.has(textOf(preferences)) === true
	);
};

/** Makes a PIN where the directory may lie; what was made must open, honestly asked. */
const makePin = async (world: EvilWorld, person: Person): Promise<Result<boolean, Fault>> => {
	const made = await createPin(world.deps, person.me, PIN, await world.newDevice());
	if (!made.ok) return made;
	world.takeOver();
	return judged(enterByPin(world.deps, made.value), isOwn(person, 1));
};

/** Every verb that believes an answer, of one person. */
export const verbsOf = (
	world: EvilWorld,
	person: Person,
	cache: ServiceCache,
	url: () => string,
): readonly Verb[] => {
	const { deps } = world;
	const { me, pin } = person;
	const known = () => me.head();
	return [
		{
			...{ name: 'enter', requests: 2 },
			run: () => judged(world.enter(person.aliases[1], known()), isOwn(person, known().rev)),
		},
		{
			...{ name: 'enter on a new device', requests: 2 },
			run: () => judged(world.enter(person.aliases[2]), isOwn(person, 1)),
		},
		{
			...{ name: 'read the sheet', requests: 1 },
			run: () =>
				judged(me.readSheet(), ({ rev, preferences }) =>
					Boolean(person.written.get(rev)?.has(textOf(preferences))),
				),
		},
		{
			...{ name: 'change the sheet', requests: 1 },
			run: () => judged(changeSheet(person, 'de'), (sheet) => sheet === me.sheet()),
			after: () => me.readSheet(),
		},
		{
			...{ name: 'look at an offer', requests: 1 },
			run: () => judged(lookAtOffer(deps, person.offer), ({ welcome }) => welcome === WELCOME),
		},
		{ name: 'make a PIN', requests: 2, run: () => makePin(world, person) },
		{
			...{ name: 'enter by PIN', requests: 2 },
			run: () => judged(enterByPin(deps, pin), isOwn(person, 1)),
			after: () => enterByPin(deps, pin),
		},
		{
			...{ name: 'find a service', requests: 1 },
			run: () =>
				judged(
					findService(deps, cache, { service: 'circuit', org: 'north' }),
					({ service }) => service.url === url(),
				),
		},
	];
};
