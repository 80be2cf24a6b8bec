import assert from 'node:assert/strict';
import { bytesToHex, systemRandom } from '@navette/core';
import type { GroupState, Member } from '../group/group-state.ts';
import type { OwnIdentity } from '../identity.ts';
import type { Founded, Ledger } from '../ledger.ts';
import type { WrittenOp } from '../ledger-rules.ts';
import { createCast, TENANT } from './cast.ts';
import type { Library } from './victim.ts';

/** Four people and a group that the first of them founded, played by hand. */
export interface Scene {
	readonly ana: OwnIdentity;
	readonly bob: OwnIdentity;
	readonly cleo: OwnIdentity;
	readonly dan: OwnIdentity;
	readonly founded: Founded & { readonly key: Uint8Array };
	readonly entries: Uint8Array[];
	ledger: Ledger<GroupState>;
	/** The present key. */
	key: Uint8Array;
	/** Does it; the fault when the rules refuse. */
	act(author: OwnIdentity, op: WrittenOp): Promise<string | undefined>;
	/** As `act`, for what must work. */
	must(author: OwnIdentity, op: WrittenOp): Promise<void>;
	memberOf(who: OwnIdentity): Member | undefined;
	/** The present key, sealed to somebody. */
	keyFor(who: OwnIdentity): Promise<Uint8Array>;
	/** Invited by Ana in the simple mode, and in. */
	join(who: OwnIdentity, rights: readonly string[]): Promise<void>;
	accept(who: OwnIdentity): Promise<void>;
	/** A rotation that reaches all but these; `take` makes its key the present one. */
	rotation(...without: readonly OwnIdentity[]): Promise<{ op: WrittenOp; take(): void }>;
}

const deps = { random: systemRandom };

const found = async (lib: Library, ana: OwnIdentity, isOpen: boolean) => {
	const founded = await lib.foundGroup(ana, { mode: 'simple', isOpen, at: 1 }, deps);
	const expected = { tenant: TENANT, id: founded.id };
	const opened = await lib.openLedger(lib.groupRules, founded.bytes, expected);
	assert.ok(opened.ok);
	return { founded, ledger: opened.value };
};

export const createScene = async (lib: Library, isOpen = false): Promise<Scene> => {
	const [ana, bob, cleo, dan] = await createCast(4, deps);
	assert.ok(ana && bob && cleo && dan);
	const { founded, ledger } = await found(lib, ana, isOpen);
	const scene: Scene = {
		...{ ana, bob, cleo, dan, founded, ledger, key: founded.key, entries: [founded.bytes] },
		async act(author, op) {
			const facts = { at: 2 };
			const written = await lib.writeEntry(lib.groupRules, scene.ledger, author, op, facts);
			if (!written.ok) return written.error;
			scene.entries.push(written.value.bytes);
			scene.ledger = written.value.ledger;
			return undefined;
		},
		async must(author, op) {
			assert.equal(await scene.act(author, op), undefined, String(op.type));
		},
		memberOf: (who) => scene.ledger.state.members.get(bytesToHex(who.id)),
		keyFor(who) {
			const { origin } = scene.ledger.state;
			const epoch = lib.presentEpoch(scene.ledger.state).number;
			return lib.sealEpochKey({ tenant: TENANT, origin, epoch }, scene.key, who, deps);
		},
		async join(who, rights) {
			const key = await scene.keyFor(who);
			await scene.must(ana, { type: 'invite', member: who.genesis, rights, key });
			await scene.accept(who);
		},
		async accept(who) {
			const invitation = scene.memberOf(who)?.invitation ?? new Uint8Array(32);
			await scene.must(who, { type: 'accept', invitation, declined: [] });
		},
		async rotation(...without) {
			const ids = without.map(({ id }) => id);
			const made = await lib.makeRotation(scene.ledger, scene.key, ids, deps);
			const take = () => {
				scene.key = made.key;
			};
			return { op: { type: 'rotate', rotation: made.rotation }, take };
		},
	};
	return scene;
};

/** Rights of a manager, in the order they are written. */
export const MANAGER = ['manage', 'members', 'read', 'write'];
