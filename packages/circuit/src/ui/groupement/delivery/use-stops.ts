import { useAnnounce, useText, useUndo } from '@navette/ui';
import { useState } from 'react';
import { movedTo, type PlacedStop, placedStops, placesToWrite } from '../../../client/index.ts';
import type { Stop } from '../../../model/index.ts';
import { deliveryTexts } from './delivery-texts.ts';
import type { DeliveryDesk } from './use-delivery-desk.ts';

/** The stops of a tour and what is done with them. */
export interface StopsDesk {
	readonly stops: readonly PlacedStop[];
	/** The group whose removal waits for a yes: it has ordered. */
	readonly asked: string | undefined;
	move(from: number, to: number): void;
	/** `null` = no truck any more. */
	setTruck(gc: string, cam: string | null): void;
	add(gc: string): void;
	remove(gc: string, confirmed: boolean): void;
	giveUp(): void;
}

const HOUR = 3_600_000;

export function useStops(desk: DeliveryDesk): StopsDesk {
	const text = useText(deliveryTexts);
	const announce = useAnnounce();
	const offerUndo = useUndo();
	const [asked, setAsked] = useState<string>();
	const { delivery, place, writing, view } = desk;
	const stops = placedStops(delivery);
	const call = (input: object) => ({ name: 'LivrPoints', input: { ...place, ...input } });
	const write = async (ordered: readonly PlacedStop[]): Promise<boolean> =>
		(await writing.run(placesToWrite(ordered).map(call))) !== undefined;
	const move = async (from: number, to: number) => {
		const moved = movedTo(stops, from, to);
		const gc = stops[from]?.gc;
		if (gc === undefined || moved[to]?.gc !== gc || from === to) return;
		const message = text.moved(view.groupName(gc), to + 1);
		if (!(await write(moved))) return;
		// Numbered as they were: the stops of then, with the places of now.
		const places = new Map(moved.map((one, index) => [one.gc, index + 1]));
		const back = stops.map((one) => ({
			...one,
			stop: { ...one.stop, ordre: places.get(one.gc) ?? one.stop.ordre },
		}));
		announce(message);
		offerUndo({ message, undo: () => void write(back) });
	};
	const setTruck = async (gc: string, cam: string | null) => {
		const before = delivery.pts[gc]?.cam ?? null;
		if (before === cam) return;
		const message = text.truckOf(view.groupName(gc), cam);
		if ((await writing.run([call({ gc, cam })], message)) === undefined) return;
		offerUndo({ message, undo: () => void writing.run([call({ gc, cam: before })]) });
	};
	const add = async (gc: string) => {
		const adr = view.groupAddress(gc);
		const last = stops.findLast(({ stop }) => stop.retire === undefined)?.stop;
		const tLiv = last?.tLiv ?? delivery.tExp + 3 * HOUR;
		const ajout: Omit<Stop, 'retire'> = {
			...{ tLiv, adrL: adr, tDis: Math.max(last?.tDis ?? 0, tLiv + HOUR), adrD: adr },
			ordre: Math.max(0, ...stops.map(({ stop }) => stop.ordre)) + 1,
			...(last?.cam === undefined ? {} : { cam: last.cam }),
		};
		await writing.run([call({ gc, ajout })], text.added(view.groupName(gc)));
	};
	const remove = async (gc: string, confirme: boolean) => {
		if (!confirme && desk.weightOf(gc) > 0) return setAsked(gc);
		setAsked(undefined);
		await writing.run([call({ gc, retrait: { confirme } })], text.removed(view.groupName(gc)));
	};
	return {
		...{ stops, asked },
		move: (from, to) => void move(from, to),
		setTruck: (gc, cam) => void setTruck(gc, cam),
		add: (gc) => void add(gc),
		remove: (gc, confirmed) => void remove(gc, confirmed),
		giveUp: () => setAsked(undefined),
	};
}
