import { type RoleView, useReport, useUndo } from '@navette/ui';
import { useCallback, useMemo, useRef } from 'react';
import {
	type ReceptionState,
	type ReceptionWrite,
	replayReception,
	undoWrites,
} from '../../../client/index.ts';
import {
	DEFAULT_TOLERANCE,
	GROUP_ITSELF,
	type GroupSheet,
	mayWrite,
	phaseForGroup,
	type Tolerance,
} from '../../../model/index.ts';
import { type GroupOrderView, useGroupOrder } from '../use-group-order.ts';
import { type ReceptionLog, useReceptionLog } from './use-reception-log.ts';

/** A group's part of a delivery with what this device wrote: the screens of an unloading. */
export interface ReceptionView extends GroupOrderView {
	readonly log: ReceptionLog;
	readonly state: ReceptionState;
	readonly tolerance: Tolerance;
	/** Whether the truck has arrived and the delivery is not archived. */
	readonly mayReceive: boolean;
	/** Name of a consumer; his number when the directory does not know him. */
	nameOf(co: string): string;
	/** Writes, and offers to take it all back as one step. */
	write(message: string, ...writes: readonly ReceptionWrite[]): void;
	/** Writes without a word. */
	put(...writes: readonly ReceptionWrite[]): void;
}

const useTolerance = (right: string, gc: string): Tolerance =>
	useReport<GroupSheet | null>('Lire', { right, type: 'FGC', id: gc }).result?.par ??
	DEFAULT_TOLERANCE;

/** Listens to a group's part of a delivery, and writes through the log of the device. */
export function useReception(
	role: RoleView,
	gp: string,
	livr: string,
	itself: string,
): ReceptionView {
	const view = useGroupOrder(role, gp, livr);
	const { scope, catalogue, directory, now, version } = view;
	const offerUndo = useUndo();
	const tolerance = useTolerance(scope.right, scope.gc);
	const log = useReceptionLog(scope, version);
	const minute = Math.floor(now / 60_000) * 60_000;
	const kept = useMemo<ReceptionState>(
		() => ({
			delivery: view.delivery,
			order: view.groupOrder ?? null,
			orders: Object.fromEntries(view.orders),
		}),
		[view.delivery, view.groupOrder, view.orders],
	);
	const state = useMemo(
		() => replayReception(kept, log.shown, { scope, catalogue, tolerance, now: minute }),
		[kept, log.shown, scope, catalogue, tolerance, minute],
	);
	const orders = useMemo(() => new Map(Object.entries(state.orders)), [state.orders]);
	const phase = state.delivery ? phaseForGroup(state.delivery, scope.gc, now) : 'X';
	const nameOf = useCallback(
		(co: string) => (co === GROUP_ITSELF ? itself : (directory?.cos[co]?.carte.nom ?? `n° ${co}`)),
		[directory, itself],
	);
	const latest = useRef({ state, log });
	latest.current = { state, log };
	const put = useCallback(
		(...writes: readonly ReceptionWrite[]) => latest.current.log.write(writes),
		[],
	);
	const write = useCallback(
		(message: string, ...writes: readonly ReceptionWrite[]) => {
			const before = latest.current.state;
			latest.current.log.write(writes);
			const back = undoWrites(writes, before, { scope, catalogue, nameOf });
			offerUndo({ message, undo: () => latest.current.log.write(back) });
		},
		[scope, catalogue, nameOf, offerUndo],
	);
	return {
		...view,
		...{ log, state, tolerance, orders, phase, nameOf, write, put },
		delivery: state.delivery,
		groupOrder: state.order ?? undefined,
		mayReceive: mayWrite({ role: 'GC', object: 'BCG.rec', phase }).ok,
	};
}
