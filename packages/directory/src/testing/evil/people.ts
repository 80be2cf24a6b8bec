import { bytesToBase64Url, type Result } from '@navette/core';
import { generateSealingKey, generateSigningKey } from '@navette/crypto';
import {
	createPin,
	type DirectoryClientDeps,
	type DirectoryWire,
	declaredHosting,
	declaredService,
	type Fault,
	type Identity,
	login,
	newLinkSecret,
	type PinProfile,
	type SponsorSecret,
	tryPin,
} from '../../client/index.ts';
import { callDirectory } from '../../client/wire.ts';
import { createDirectoryWorld, ORG } from '../world.ts';
import type { Told } from './told.ts';

export const PIN = 'forty-two 42';
export const WELCOME = 'Welcome to the cooperative';

/** The value of something that an honest directory does not refuse. */
export const granted = <T>(outcome: Result<T, Fault>): T => {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
	return outcome.value;
};

/** Somebody registered, with what only their device knows of what is true. */
export interface Person {
	readonly name: string;
	readonly user: string;
	readonly accountKey: Uint8Array;
	/** The alias of today, by its number. */
	readonly aliases: Record<1 | 2, string>;
	/** What was ever written, by revision: a write whose answer was a lie may or may not be there. */
	readonly written: Map<number, Set<string>>;
	readonly me: Identity;
	readonly pin: PinProfile;
	readonly offer: SponsorSecret;
}

export const textOf = (preferences: unknown): string => JSON.stringify(preferences);

/** Adds a preference, and remembers what it makes. */
export const changeSheet = (person: Person, value: string) =>
	person.me.changeSheet((sheet) => {
		const preferences = { ...sheet.preferences, language: [value] };
		const known = person.written.get(sheet.rev + 1) ?? new Set();
		person.written.set(sheet.rev + 1, known.add(textOf(preferences)));
		return { ...sheet, preferences };
	});

/** One more try of the right PIN, answered honestly: whatever was tried before is forgiven. */
export const enterByPin = async (deps: DirectoryClientDeps, profile: PinProfile) =>
	(await tryPin(deps, profile, PIN)).send();

/** A directory whose wire can be taken over, and everything that it said. */
export const createEvilWorld = async (seed: number) => {
	const world = await createDirectoryWorld({ seed });
	const told: Told[] = [];
	world.tamper((result, path) => {
		told.push({ path, result });
		return result;
	});
	let current = world.deps.wire;
	const wire: DirectoryWire = { request: (...asked) => current.request(...asked) };
	const deps: DirectoryClientDeps = { ...world.deps, wire };
	const enter = (name: string, known?: Parameters<typeof login>[1]['known']) => {
		world.clock.advance(61_000);
		const request = { phrases: world.phrases(name), label: `${name}'s phone` } as const;
		return login(deps, { ...request, kind: 'personal', ...(known ? { known } : {}) });
	};
	const newPerson = async (name: string): Promise<Person> => {
		const { user } = granted(await world.registered(name));
		const me = granted(await enter(name));
		const pin = granted(await createPin(deps, me, PIN, await world.newDevice()));
		const offer = newLinkSecret(world.random);
		granted(await me.sponsor(offer, WELCOME, 30));
		const written = new Map([[1, new Set([textOf(me.sheet().preferences)])]]);
		const aliases = { 1: name, 2: `${name} again` };
		return { name, user, accountKey: me.accountKey(), aliases, written, me, pin, offer };
	};
	return {
		...{ ...world, deps, told, enter, newPerson },
		/** Puts another wire before every verb; none gives back the honest one. */
		takeOver(lying: DirectoryWire = world.deps.wire) {
			current = lying;
		},
		honest: world.deps.wire,
	};
};
export type EvilWorld = Awaited<ReturnType<typeof createEvilWorld>>;

/** A service that its operator declares again and again. */
export const createService = async ({ deps, random, administrate }: EvilWorld) => {
	const key = await generateSigningKey(deps);
	const signKey = bytesToBase64Url(key.publicKey);
	await administrate('operator.name', { operator: 'coop', key: signKey, label: 'coop' });
	const sealKey = bytesToBase64Url(generateSealingKey({ random }).publicKey);
	let rev = 0;
	const urlOf = (at: number): string => `https://coop-${at}.example`;
	const declare = async () => {
		rev++;
		const words = { status: 'open', text: '', about: '', rev } as const;
		const service = { service: 'circuit', operator: 'coop', url: urlOf(rev), signKey, sealKey };
		const signed = await declaredService(ORG, { ...service, ...words }, key);
		granted(await callDirectory(deps, 'service.declare', signed));
		const hosting = { service: 'circuit', org: 'north', operator: 'coop', label: 'North' };
		const hosted = await declaredHosting(ORG, { ...hosting, ...words }, key);
		granted(await callDirectory(deps, 'hosting.declare', hosted));
	};
	await declare();
	return { declare, url: () => urlOf(rev) };
};
