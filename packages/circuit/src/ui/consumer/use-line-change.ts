import { useAnnounce, useFormats, useText, useUndo } from '@navette/ui';
import { useEffect, useRef } from 'react';
import type { OrderRow, RefusedLine } from '../../client/index.ts';
import { orderSynthesis } from '../../model/index.ts';
import { amountInWords } from '../parts/amount-words.ts';
import { orderTexts } from './order-texts.ts';
import { useTotalWords } from './order-total.tsx';
import type { OrderWriting } from './use-order-writing.ts';

type Product = Pick<OrderRow, 'code' | 'perm'>;

/** Changes of quantities with their undo, each said politely with the new total. */
export function useLineChange(writing: OrderWriting) {
	const text = useText(orderTexts);
	const formats = useFormats();
	const announce = useAnnounce();
	const offerUndo = useUndo();
	const totalWords = useTotalWords();
	const latest = useRef(writing);
	latest.current = writing;
	const toSay = useRef<{ product: Product; to: number }>(undefined);

	useEffect(() => {
		const said = toSay.current;
		if (!said) return;
		toSay.current = undefined;
		const { perm } = said.product;
		const total = totalWords(orderSynthesis(writing.order));
		const amount = amountInWords(said.to, perm, formats);
		announce(said.to === 0 ? text.saidNone(perm.lib, total) : text.said(perm.lib, amount, total));
	});

	const put = ({ code, perm }: Product, to: number): void => {
		const from = latest.current.shownAmount(code);
		if (from === to) return;
		toSay.current = { product: { code, perm }, to };
		latest.current.write({ code, mode: perm.mode, lib: perm.lib, from, to });
	};
	const change = (row: Product, to: number): void => {
		const { code, perm } = row;
		const before = latest.current.shownAmount(code);
		put(row, to);
		const message =
			to === 0 ? text.undoNone(perm.lib) : text.undoSet(perm.lib, amountInWords(to, perm, formats));
		offerUndo({ message, undo: () => put({ code, perm }, before) });
	};
	/** After a stale view: one's own quantity all the same. */
	const insist = ({ code, mode, lib, to }: RefusedLine, seen: number): void => {
		latest.current.dismiss([code]);
		latest.current.write({ code, mode, lib, from: seen, to });
	};
	return { change, insist };
}
