import { ok } from '@navette/core';
import type { Caller, Engine, OperationContext } from '@navette/engine';
import type { Key, Right } from '@navette/model';
import { type AccessData, hashOfToken } from '@navette/server';
import { createDemonstration } from '../model/index.ts';
import { placeDemonstrationPhotos } from './demonstration-photos.ts';

/** One way into the demonstration. */
export interface DemonstrationEntry {
	readonly role: string;
	/** Secret of its link; who holds it is that person. */
	readonly token: string;
	readonly label: { readonly fr: string; readonly en: string };
}

interface DemonstrationRole extends Pick<DemonstrationEntry, 'label'> {
	/** Account; in Circuit it is how the person calls himself. */
	readonly account: string;
	readonly right: Pick<Right, 'usage' | 'subject'>;
}

/** Who may be tried: everybody of one tour, from the table to the farm. */
const ROLES: Readonly<Record<string, DemonstrationRole>> = {
	consumer: {
		account: 'Paul',
		right: { usage: 'CO', subject: 'dupleix.3' },
		label: {
			fr: 'Paul, consommateur du groupe Dupleix',
			en: 'Paul, consumer of the Dupleix group',
		},
	},
	consumer2: {
		account: 'Ana',
		right: { usage: 'CO', subject: 'dupleix.2' },
		label: { fr: 'Ana, sa voisine du même groupe', en: 'Ana, his neighbour of the same group' },
	},
	animator: {
		account: 'Lucie',
		right: { usage: 'GC', subject: 'dupleix' },
		label: {
			fr: 'Lucie, animatrice du groupe Dupleix',
			en: 'Lucie, animator of the Dupleix group',
		},
	},
	grouping: {
		account: 'Solene',
		right: { usage: 'GP', subject: 'bocage' },
		label: {
			fr: 'Solène, animatrice des Fermes du Bocage',
			en: 'Solène, manager of the Bocage farms',
		},
	},
	producer: {
		account: 'Lande',
		right: { usage: 'PR', subject: 'bocage.2' },
		label: { fr: 'La Ferme de la Lande, productrice', en: 'Lande farm, producer' },
	},
	admin: {
		account: 'Admin',
		right: { usage: 'ADM', subject: '' },
		label: { fr: 'Administration de l’organisation', en: 'Administrator of the organisation' },
	},
};

/** Roles of the demonstration: one secret is needed for each. */
export const DEMONSTRATION_ROLES: readonly string[] = Object.keys(ROLES);

const SEED = 1;
/** Documents of one transaction: other work goes in between. */
const BATCH = 100;

const internal: Caller = () => ({ id: 'demonstration', rights: [] });

interface SeedDocument {
	readonly type: string;
	readonly key: Key;
	readonly data: unknown;
}

const entriesOf = (tokens: Readonly<Record<string, string>>): readonly DemonstrationEntry[] =>
	Object.entries(ROLES).map(([role, { label }]) => {
		const token = tokens[role];
		if (token === undefined) throw new Error(`no token for the role ${role}`);
		return { role, token, label };
	});

const accessDocuments = (
	entries: readonly DemonstrationEntry[],
	created: number,
): readonly SeedDocument[] =>
	entries.flatMap(({ role, token, label }) => {
		const found = ROLES[role];
		if (!found) return [];
		const rights = [{ ...found.right, power: 1 }];
		const data: AccessData = { account: found.account, label: label.fr, rights, created };
		return [{ type: 'ACCESS', key: { hash: hashOfToken(token) }, data }];
	});

/** Later documents win: a calendar only announced is followed by the whole one. */
const lastOfEach = (documents: readonly SeedDocument[]): readonly SeedDocument[] => [
	...new Map(
		documents.map((one) => [`${one.type}/${Object.values(one.key).join('.')}`, one]),
	).values(),
];

const write = async (
	engine: Engine,
	org: string,
	documents: readonly SeedDocument[],
): Promise<void> => {
	const outcome = await engine.run({
		org,
		caller: internal,
		async work(context: OperationContext) {
			for (const { type, key, data } of documents) await context.write(type, key, data);
			return ok(undefined);
		},
	});
	if (!outcome.ok) throw new Error(`the demonstration cannot be written: ${outcome.error.code}`);
};

const isComplete = async (engine: Engine, org: string): Promise<boolean> => {
	const found = await engine.read(org, internal, async (source) =>
		ok((await source.read('RG', {})) !== undefined),
	);
	return found.ok && found.value;
};

/**
 * Fills an open organisation with the demonstration, and says how to enter it; `tokens` by role.
 * Called at every start: once the data are there it changes nothing, also of what people did since.
 * The general directory and the accesses come last, together: a start that was killed before them
 * is done again, and nobody can have entered meanwhile.
 */
export const seedDemonstration = async (
	engine: Engine,
	org: string,
	options: { readonly now: number; readonly tokens: Readonly<Record<string, string>> },
): Promise<readonly DemonstrationEntry[]> => {
	const entries = entriesOf(options.tokens);
	if (await isComplete(engine, org)) return entries;
	const { primary, derived } = createDemonstration({ now: options.now, seed: SEED });
	const all = lastOfEach([...primary, ...derived]);
	const before = all.filter((one) => one.type !== 'RG');
	const last = [
		...all.filter((one) => one.type === 'RG'),
		...accessDocuments(entries, options.now),
	];
	for (let from = 0; from < before.length; from += BATCH)
		await write(engine, org, before.slice(from, from + BATCH));
	await placeDemonstrationPhotos({ engine, org, caller: internal }, primary, options.now);
	await write(engine, org, last);
	return entries;
};
