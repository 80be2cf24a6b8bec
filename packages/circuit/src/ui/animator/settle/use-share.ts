import { useFormats, useText } from '@navette/ui';
import { useMemo } from 'react';
import {
	givenWrite,
	type SharePart,
	shareBoard,
	sharedWrite,
	writtenProduct,
} from '../../../client/index.ts';
import type { Remainder, SharingStrategy } from '../../../model/index.ts';
import { amountShort } from '../../parts/amount-words.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { settleTexts } from './settle-texts.ts';

/** How a product is shared out, and the ways to share it. */
export function useShare(view: ReceptionView, code: string) {
	const text = useText(settleTexts);
	const formats = useFormats();
	const { state, catalogue, scope, write, nameOf } = view;
	const product = writtenProduct(code, catalogue);
	const board = useMemo(() => shareBoard(code, state, catalogue), [code, state, catalogue]);
	const short = (amount: number) => amountShort(amount, product.mode, formats);
	const share = (strategy: SharingStrategy, remainder: Remainder) =>
		write(text.saidShared(product.label), sharedWrite(scope, product, strategy, remainder));
	const give = ({ co, given }: SharePart, amount: number) => {
		const person = { co, name: nameOf(co) };
		write(
			text.saidGiven(product.label, person.name, short(amount)),
			givenWrite(scope, person, product, { amount, seen: given ?? null }),
		);
	};
	return { board, product, short, share, give };
}

export type Share = ReturnType<typeof useShare>;
