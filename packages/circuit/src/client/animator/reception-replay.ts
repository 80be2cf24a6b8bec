import type { OutboxEntry } from '@navette/client';
import {
	amountOf,
	basketGiven,
	type ConsumerOrder,
	changePackages,
	type Delivery,
	declareEvent,
	distribute,
	type GroupOrder,
	moveGroupOrder,
	type PackageAction,
	packagesByConsumer,
	receivedAs,
	type Tolerance,
	touchedHolders,
	withGroupLine,
	withHeldPackages,
	withoutGiven,
	withoutPickUp,
	writeAttributed,
	writeWeighed,
} from '../../model/index.ts';
import type { OfferedCatalogue } from './catalogue.ts';
import type { EditScope } from './edition.ts';
import type { ReceptionInputs, ReceptionName } from './reception-inputs.ts';

/** A group's part of a delivery. */
export interface ReceptionState {
	readonly delivery: Delivery | undefined;
	readonly order: GroupOrder | null;
	readonly orders: Readonly<Record<string, ConsumerOrder>>;
}

/** What judges, prices and signs what is replayed. */
export interface ReceptionAround {
	readonly scope: EditScope;
	readonly catalogue: OfferedCatalogue;
	readonly tolerance: Tolerance;
	readonly now: number;
}

/** One operation of the log. */
export type LoggedWrite = Pick<OutboxEntry, 'name' | 'input'>;

type Handler<N extends ReceptionName> = (
	state: ReceptionState,
	input: ReceptionInputs[N],
	around: ReceptionAround,
) => ReceptionState;

const markOf = ({ scope, now }: ReceptionAround) => ({ t: now, par: scope.right });

const withOrder = (
	state: ReceptionState,
	co: string,
	after: ConsumerOrder | null,
	around: ReceptionAround,
): ReceptionState => {
	const before = state.orders[co] ?? null;
	const { [co]: _before, ...others } = state.orders;
	return {
		...state,
		order: moveGroupOrder(state.order, before, after, around),
		orders: after ? { ...others, [co]: after } : others,
	};
};

const withAction = (
	state: ReceptionState,
	prod: string,
	actions: readonly PackageAction[],
	around: ReceptionAround,
): ReceptionState => {
	const before = state.order?.lignes[prod]?.paq ?? [];
	const pu = around.catalogue.lignes[prod]?.act.pu ?? 0;
	let list = before;
	for (const action of actions) {
		const changed = changePackages(list, action, markOf(around), pu);
		if (!changed.ok) return state;
		list = changed.value;
	}
	const order = withGroupLine(state.order, prod, { paq: list }, around);
	const held = packagesByConsumer(list);
	return touchedHolders(before, list).reduce(
		(next, co) => {
			const own = next.orders[co] ?? null;
			const after = withHeldPackages(own, prod, held[co] ?? [], around.catalogue);
			return withOrder(next, co, after, around);
		},
		{ ...state, order },
	);
};

/** Writes what is attributed or given, whatever was seen: the server judges what was seen. */
const withLine = (
	state: ReceptionState,
	field: 'att' | 'dis',
	line: {
		readonly co: string;
		readonly code: string;
		readonly amount: number;
		readonly est?: boolean;
	},
	around: ReceptionAround,
): ReceptionState => {
	const { co, ...asked } = line;
	const write = { ...asked, author: around.scope.right, now: around.now };
	const context = { gc: around.scope.gc, catalogue: around.catalogue };
	const written = writeAttributed(state.orders[co] ?? null, field, write, context);
	return written.ok ? withOrder(state, co, written.value.order, around) : state;
};

const HANDLERS: { readonly [N in ReceptionName]: Handler<N> } = {
	RecLigne(state, { prod, rec, est, rem }, around) {
		const write = {
			...{ code: prod, quantity: rec ?? null, author: around.scope.right, now: around.now },
			...(est === undefined ? {} : { est }),
		};
		const line = state.order?.lignes[prod];
		const written = writeWeighed(line?.rec, write, around.catalogue.lignes[prod]);
		if (!written.ok) return state;
		const owned = {
			...(rec === undefined ? {} : { rec: written.value }),
			...(rem === undefined ? {} : { rem }),
		};
		return { ...state, order: withGroupLine(state.order, prod, owned, around) };
	},
	RecCommeExp(state, { pr, de = 'exp' }, around) {
		const found = receivedAs(state.order, around.catalogue, { pr, as: de }, markOf(around));
		const order = Object.entries(found).reduce(
			(next, [code, rec]) => withGroupLine(next, code, { rec }, around),
			state.order,
		);
		return { ...state, order };
	},
	PaqAjouter: (state, { prod, paq, co = null }, around) =>
		withAction(
			state,
			prod,
			paq.map(({ id, g }) => ({ action: 'add', id, g, co })),
			around,
		),
	PaqDeplacer: (state, { prod, paq }, around) =>
		withAction(
			state,
			prod,
			paq.map(({ id, co, st }) => ({ action: 'move', id, co, st })),
			around,
		),
	PaqCorriger: (state, { prod, ...correction }, around) =>
		withAction(state, prod, [{ action: 'correct', ...correction }], around),
	DisLigne(state, { co, prod, dis, est = false }, around) {
		const own = state.orders[co] ?? null;
		if (!dis) return withOrder(state, co, withoutGiven(own, prod, around.catalogue), around);
		const mode = around.catalogue.lignes[prod]?.perm.mode ?? 'U';
		return withLine(state, 'dis', { co, code: prod, amount: amountOf(mode, dis), est }, around);
	},
	AttLigne(state, { co, prod, ...quantity }, around) {
		const mode = around.catalogue.lignes[prod]?.perm.mode ?? 'U';
		return withLine(state, 'att', { co, code: prod, amount: amountOf(mode, quantity) }, around);
	},
	DisRepartir(state, { prod, strategie, reste = 'laisser' }, around) {
		const product = around.catalogue.lignes[prod];
		const received = state.order?.lignes[prod]?.rec;
		if (!product || !received) return state;
		const { given } = distribute(state.orders, prod, product, {
			available: amountOf(product.perm.mode, received),
			...{ strategy: strategie, remainder: reste },
		});
		return [...given].reduce(
			(next, [co, amount]) => withLine(next, 'dis', { co, code: prod, amount }, around),
			state,
		);
	},
	DisRetrait(state, { co, qui, donner }, around) {
		const own = state.orders[co];
		if (!own) return state;
		if (qui === null) return withOrder(state, co, withoutPickUp(own), around);
		const mark = markOf(around);
		const filled = donner ? basketGiven(own, mark, around.catalogue) : own;
		return withOrder(state, co, { ...filled, ret: { ...mark, qui } }, around);
	},
	LivrDire(state, { quoi }, { scope, now }) {
		const event = quoi === 'arrive' ? 'arrived' : 'started';
		const facts = { now, otherExpeditions: [] };
		const said =
			state.delivery && declareEvent(state.delivery, { event, gc: scope.gc }, facts, scope.right);
		return said?.ok ? { ...state, delivery: said.value } : state;
	},
};

const isName = (name: string): name is ReceptionName => Object.hasOwn(HANDLERS, name);

/** Whether an operation of the log is about this group's part of this delivery. */
export const isLoggedFor = ({ name, input }: LoggedWrite, scope: EditScope): boolean => {
	if (!isName(name) || typeof input !== 'object' || input === null) return false;
	const asked = input as Partial<EditScope>;
	return asked.gc === scope.gc && asked.gp === scope.gp && asked.livr === scope.livr;
};

const apply = <N extends ReceptionName>(
	name: N,
	state: ReceptionState,
	input: unknown,
	around: ReceptionAround,
): ReceptionState => HANDLERS[name](state, input as ReceptionInputs[N], around);

/**
 * A group's part of a delivery as it will be once the log is accepted: the rules of the model decide,
 * what they refuse is not shown. Replaying what is already there changes nothing.
 */
export const replayReception = (
	state: ReceptionState,
	log: readonly LoggedWrite[],
	around: ReceptionAround,
): ReceptionState =>
	log
		.filter((one) => isLoggedFor(one, around.scope))
		.reduce(
			(next, { name, input }) => (isName(name) ? apply(name, next, input, around) : next),
			state,
		);
