import { bytesToBase64Url, systemRandom } from '@navette/core';
import { useAnnounce, useFormats, useText, useUndo } from '@navette/ui';
import {
	type CartonState,
	type PackingRow,
	packAllCall,
	packagesCalls,
	packCall,
	stateCall,
} from '../../client/index.ts';
import { amountInWords } from '../parts/amount-words.ts';
import { cartonTexts } from './carton-texts.ts';
import type { CartonWriting } from './use-carton.ts';

/** The gestures of packing, each said politely and with its undo. */
export interface Packing {
	pack(row: PackingRow, amount: number | undefined): void;
	packAll(): void;
	addPackages(row: PackingRow, grams: readonly number[]): void;
	removePackage(row: PackingRow, id: string): void;
	setState(state: CartonState): void;
}

const newId = (): string => bytesToBase64Url(systemRandom.bytes(12));

export function usePacking(writing: CartonWriting): Packing {
	const text = useText(cartonTexts);
	const formats = useFormats();
	const announce = useAnnounce();
	const offerUndo = useUndo();
	const { place, write, rowOf } = writing;
	const latest = ({ rp }: PackingRow, otherwise: PackingRow) => rowOf(rp) ?? otherwise;

	const put = (row: PackingRow, amount: number | undefined) =>
		write([packCall(place, latest(row, row), amount)]);
	const changePackages = (row: PackingRow, change: Parameters<typeof packagesCalls>[2]) =>
		write(packagesCalls(place, latest(row, row), change));
	const sayPackages = (row: PackingRow, list: readonly { readonly g: number }[]) => {
		const weight = formats.weight(list.reduce((sum, { g }) => sum + g, 0));
		return text.saidPackages(row.label, list.length, weight);
	};
	return {
		pack(row, amount) {
			const before = row.packed;
			put(row, amount);
			const message =
				amount === undefined
					? text.saidNone(row.label)
					: text.said(row.label, amountInWords(amount, row, formats));
			offerUndo({ message, undo: () => put(row, before) });
		},
		packAll() {
			const call = packAllCall(place, writing.rows);
			if (!call) return;
			const left = writing.rows.filter(({ packed, mode }) => packed === undefined && mode === 'U');
			write([call]);
			const undo = () => {
				for (const row of left) put(row, undefined);
			};
			offerUndo({ message: text.saidAll(left.length), undo });
		},
		addPackages(row, grams) {
			const add = grams.map((g) => ({ id: newId(), g }));
			changePackages(row, { add });
			offerUndo({
				message: sayPackages(row, [...row.packages, ...add]),
				undo: () => changePackages(row, { remove: add.map(({ id }) => id) }),
			});
		},
		removePackage(row, id) {
			const gone = row.packages.filter((one) => one.id === id).map(({ g }) => ({ id, g }));
			changePackages(row, { remove: [id] });
			offerUndo({
				message: sayPackages(
					row,
					row.packages.filter((one) => one.id !== id),
				),
				undo: () => changePackages(row, { add: gone }),
			});
		},
		setState(state) {
			const seen = writing.carton?.etat ?? 0;
			if (state === seen) return;
			write([stateCall(place, state, seen)]);
			announce(text.saidState(text.states[state]));
		},
	};
}
