import { headOf } from '../../ledger.ts';
import { type Attack, type Stage, UNMOUNTED } from '../attack.ts';
import { nowOf } from '../history.ts';
import { flipped, loosen, reassemble, replaced } from '../tamper.ts';
import { deceive, honestly, type Served } from '../victim.ts';

import { someMember } from './some-member.ts';

/** What was served last time was honest, and is remembered. */
const serve = (stage: Stage, served: Partial<Served>) => {
	const all = { ...honestly(stage.history), ...served };
	const known = [headOf(nowOf(stage.history))];
	return deceive(stage.lib, stage.history, all, someMember(stage), known);
};

const entryOf = ({ history }: Stage, types: readonly string[]): number[] =>
	history.entries.flatMap((bytes, at) =>
		types.includes(String(loosen(bytes).body.op.type)) ? [at] : [],
	);

const alter =
	(
		types: readonly string[],
		change: (op: Record<string, unknown>, stage: Stage) => Record<string, unknown>,
	) =>
	async (stage: Stage) => {
		const found = entryOf(stage, types);
		if (found.length === 0) return UNMOUNTED;
		const at = stage.dice.oneOf(found);
		const { body, signature } = loosen(stage.history.entries[at] ?? new Uint8Array(0));
		const bad = reassemble({ ...body, op: change(body.op, stage) }, signature);
		return serve(stage, { entries: replaced(stage.history.entries, at, bad) });
	};

const FIELDS: readonly ((body: Record<string, unknown>, stage: Stage) => object)[] = [
	() => ({ at: 99 }),
	(_, { outsider }) => ({ author: outsider.id }),
	() => ({ epoch: 7 }),
	() => ({ tenant: 'orgb' }),
	() => ({ seen: [[new Uint8Array(32), 1, new Uint8Array(32)]] }),
	({ seq }) => ({ seq: Number(seq) + 1 }),
];

export const ENTRY_ATTACKS: readonly Attack[] = [
	{
		row: 'M01',
		name: 'the keys of an invited person are replaced',
		mount: alter(['invite'], (op, { outsider }) => ({ ...op, member: outsider.genesis })),
	},
	{
		row: 'M01',
		name: 'keys of its own are given for somebody’s id',
		async mount({ lib, outsider, history, dice }) {
			const { type, tenant, id } = dice.oneOf(history.cast);
			const parsed = lib.parseIdentity(outsider.genesis, { type, tenant, id });
			return parsed.ok ? 'another’s keys' : undefined;
		},
	},
	{
		row: 'M02',
		name: 'a key that the server knows is put in a rotation',
		mount: alter(['rotate', 'remove'], (op, { dice }) => ({
			...op,
			rotation: { ...(op.rotation as object), keyHash: dice.random.bytes(32) },
		})),
	},
	{
		row: 'M05',
		name: 'a bit of an entry is changed',
		async mount(stage) {
			const { entries } = stage.history;
			const at = stage.dice.below(entries.length);
			const bad = flipped(entries[at] ?? new Uint8Array(1), stage.dice.below(65_536));
			return serve(stage, { entries: replaced(entries, at, bad) });
		},
	},
	{
		row: 'M09',
		name: 'a date, an author, an epoch, a tenant is changed',
		async mount(stage) {
			const { entries } = stage.history;
			const at = stage.dice.below(entries.length);
			const { body, signature } = loosen(entries[at] ?? new Uint8Array(0));
			const bad = reassemble({ ...body, ...stage.dice.oneOf(FIELDS)(body, stage) }, signature);
			return serve(stage, { entries: replaced(entries, at, bad) });
		},
	},
	{
		row: 'M13',
		name: 'an old backup is served',
		mount: (stage) => {
			const { entries } = stage.history;
			if (entries.length < 2) return Promise.resolve(UNMOUNTED);
			const kept = 1 + stage.dice.below(entries.length - 1);
			return serve(stage, { entries: entries.slice(0, kept) });
		},
	},
	{
		row: 'M15',
		name: 'one entry is left out',
		async mount(stage) {
			const { entries } = stage.history;
			const gone = stage.dice.below(entries.length);
			return serve(stage, { entries: entries.filter((_, at) => at !== gone) });
		},
	},
	{
		row: 'M15',
		name: 'two entries change places',
		async mount(stage) {
			const { entries } = stage.history;
			if (entries.length < 3) return UNMOUNTED;
			const at = 1 + stage.dice.below(entries.length - 2);
			const [one, two] = [entries[at], entries[at + 1]];
			if (one === undefined || two === undefined) return UNMOUNTED;
			return serve(stage, { entries: replaced(replaced(entries, at, two), at + 1, one) });
		},
	},
	{
		row: 'M16',
		name: 'an entry is served twice, or again at the end',
		async mount(stage) {
			const { entries } = stage.history;
			const again = stage.dice.oneOf(entries);
			const at = stage.dice.oneOf([entries.indexOf(again) + 1, entries.length]);
			return serve(stage, { entries: entries.toSpliced(at, 0, again) });
		},
	},
	{
		row: 'M16',
		name: 'an entry of the same people’s other group is served',
		async mount(stage) {
			const { entries } = stage.history;
			const foreign = stage.dice.oneOf(stage.other.entries);
			const { body, signature } = loosen(foreign);
			const at = Number(body.seq);
			const served = at < entries.length ? replaced(entries, at, foreign) : [...entries, foreign];
			const moved = { ...body, ledger: stage.history.id };
			const forged = replaced(
				entries,
				Math.min(at, entries.length - 1),
				reassemble(moved, signature),
			);
			return (await serve(stage, { entries: served })) ?? serve(stage, { entries: forged });
		},
	},
	{
		row: 'M32',
		name: 'an older rotation is served in the place of the last',
		async mount(stage) {
			const found = entryOf(stage, ['rotate', 'remove']);
			const [first, last] = [found[0], found.at(-1)];
			if (first === undefined || last === undefined || first === last) return UNMOUNTED;
			const { entries } = stage.history;
			const old = loosen(entries[first] ?? new Uint8Array(0)).body.op;
			const { body, signature } = loosen(entries[last] ?? new Uint8Array(0));
			const forged = reassemble({ ...body, op: old }, signature);
			const whole = replaced(entries, last, entries[first] ?? new Uint8Array(0));
			return (
				(await serve(stage, { entries: whole })) ??
				serve(stage, { entries: replaced(entries, last, forged) })
			);
		},
	},
];
