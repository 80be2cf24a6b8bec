import type { OutboxEntry } from '@navette/client';
import type { Carton, CartonLine } from '../../model/index.ts';
import type { CartonPlace } from './producer-role.ts';

type Input = Readonly<Record<string, unknown>>;
type WireError = NonNullable<OutboxEntry['error']>;

/** Operations that pack a carton. */
export const PACKING_OPERATIONS: readonly string[] = [
	...['CartExp', 'CartPaquets', 'CartColis', 'CartEtat'],
];

const isFor = ({ name, input }: Pick<OutboxEntry, 'name' | 'input'>, place: CartonPlace): boolean =>
	PACKING_OPERATIONS.includes(name) &&
	(['gp', 'pr', 'livr', 'gc'] as const).every(
		(field) => String((input as Input)[field]) === place[field],
	);

/** Operations of the outbox about a carton, in the order in which they were made. */
export const cartonEntries = (
	outbox: readonly OutboxEntry[],
	place: CartonPlace,
): readonly OutboxEntry[] => outbox.filter((entry) => isFor(entry, place));

const NO_LINE: CartonLine = { cmd: { q2: 0, g: 0, nco: 0 } };

const withLine = (
	carton: Carton,
	rp: string,
	change: (line: CartonLine) => CartonLine,
): Carton => ({
	...carton,
	lignes: { ...carton.lignes, [rp]: change(carton.lignes[rp] ?? NO_LINE) },
});

interface AskedLine {
	readonly rp: string;
	readonly exp: { readonly q2?: number; readonly g?: number } | null;
}

const afterExp = (carton: Carton, lignes: readonly AskedLine[]): Carton =>
	lignes.reduce(
		(made, { rp, exp }) =>
			withLine(made, rp, ({ exp: _replaced, ...line }) =>
				exp === null ? line : { ...line, exp: { ...exp, t: 0, par: '-' } },
			),
		carton,
	);

const afterPackages = (carton: Carton, input: Input): Carton => {
	const add = (input.ajouts ?? []) as readonly { id: string; g: number }[];
	const remove = (input.retraits ?? []) as readonly string[];
	return withLine(carton, String(input.rp), (line) => {
		const taken = new Set([...remove, ...add.map(({ id }) => id)]);
		const paq = [...(line.paq ?? []).filter(({ id }) => !taken.has(id)), ...add];
		return { ...line, paq };
	});
};

const after = (carton: Carton, { name, input }: Pick<OutboxEntry, 'name' | 'input'>): Carton => {
	const asked = input as Input;
	switch (name) {
		case 'CartExp':
			return afterExp(carton, asked.lignes as readonly AskedLine[]);
		case 'CartPaquets':
			return afterPackages(carton, asked);
		case 'CartColis':
			return { ...carton, cols: asked.cols as NonNullable<Carton['cols']> };
		case 'CartEtat':
			return { ...carton, etat: asked.etat as Carton['etat'] };
		default:
			return carton;
	}
};

/**
 * A carton with everything that this device asked for and the server has not refused. Doing one twice
 * changes nothing: an operation may already be in the carton while it is still in the outbox.
 */
export const shownCarton = (
	carton: Carton | undefined,
	entries: readonly Pick<OutboxEntry, 'name' | 'input' | 'state'>[],
): Carton | undefined =>
	carton && entries.filter(({ state }) => state !== 'refused').reduce(after, carton);

/** A write of a carton that the server refused. */
export interface RefusedPacking {
	readonly id: string;
	readonly error: WireError | undefined;
	/** What was asked, as lists show it. */
	readonly label: { readonly fr: string; readonly en: string };
	/** What is there now: halves or grams; absent when the refusal does not say. */
	readonly current?: number;
	readonly rp?: string;
}

/** What was refused of a carton, in the order in which it was asked. */
export const refusedPacking = (entries: readonly OutboxEntry[]): RefusedPacking[] =>
	entries
		.filter(({ state }) => state === 'refused')
		.map(({ id, error, label, input }) => {
			const said = (label ?? {}) as { readonly fr?: string; readonly en?: string };
			const detail = (error?.detail ?? {}) as Input;
			const [line] = ((input as Input).lignes ?? []) as readonly AskedLine[];
			return {
				...{ id, error, label: { fr: said.fr ?? '', en: said.en ?? '' } },
				...(typeof detail.current === 'number' ? { current: detail.current } : {}),
				...(line ? { rp: line.rp } : {}),
			};
		});

/** What a device knows of the writes of a carton, or of proposals, that are on their way. */
export interface PackingTrack {
	/** Operations of the outbox about them. */
	readonly entries: readonly OutboxEntry[];
	/** Version of the thread shown. */
	readonly version: number;
	/** Answered by the server, and not shown by the thread yet. */
	readonly answered: readonly OutboxEntry[];
}

/**
 * The track once the outbox or the thread moved: an operation that was being sent and is gone was
 * answered; what it did is in the thread at the next version.
 */
export const nextTrack = (
	before: PackingTrack,
	entries: readonly OutboxEntry[],
	version: number,
): PackingTrack => {
	const ids = new Set(entries.map(({ id }) => id));
	const gone = before.entries.filter(({ id, state }) => state === 'sending' && !ids.has(id));
	const kept = version === before.version ? before.answered : [];
	return { entries, version, answered: [...kept, ...gone] };
};
