import { useFormats, useText } from '@navette/ui';
import { useCallback, useMemo } from 'react';
import {
	declaredAsExpected,
	declaredOf,
	expectedOf,
	receivedAsWrite,
	receivedWrite,
	type UnloadingProducer,
	type UnloadingRow,
	unloadingOf,
	writtenProduct,
} from '../../../client/index.ts';
import { type Quantity, quantityOf } from '../../../model/index.ts';
import { amountShort } from '../../parts/amount-words.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { producerNameIn } from '../use-group-order.ts';
import { unloadingTexts } from './unloading-texts.ts';

/** What is written of one product; absent parts are left as they are. */
export interface Found {
	/** Halves (U, UP) or grams (P); `null` takes it back. */
	readonly amount?: number | null;
	readonly remark?: string | null;
}

/** What a group expects and found by producer, and the ways to say it. */
export function useUnloading(view: ReceptionView) {
	const text = useText(unloadingTexts);
	const formats = useFormats();
	const { scope, catalogue, tolerance, state, write, producers: directory } = view;
	const producers = useMemo(
		() => unloadingOf(state.order, catalogue, tolerance),
		[state.order, catalogue, tolerance],
	);
	const producerName = useMemo(() => producerNameIn(directory), [directory]);

	const declare = useCallback(
		(code: string, { amount, remark }: Found, shippedGrams?: number) => {
			const product = writtenProduct(code, catalogue);
			const line = state.order?.lignes[code];
			const weighed = shippedGrams === undefined ? {} : { g: shippedGrams };
			const rec: Quantity | null | undefined =
				amount === undefined || amount === null
					? amount
					: { ...quantityOf(product.mode, amount), ...weighed };
			const found = {
				...(rec === undefined ? {} : { rec, seen: declaredOf(line?.rec) }),
				...(remark === undefined ? {} : { rem: remark }),
			};
			const short = (value: number) => amountShort(value, product.mode, formats);
			const message =
				amount === undefined
					? text.saidRemark(product.label)
					: amount === null
						? text.takenBack(product.label)
						: text.said(product.label, short(amount));
			write(message, receivedWrite(scope, product, found));
		},
		[scope, catalogue, state.order, write, text, formats],
	);

	/** One line as the producer shipped it, failing that as it was ordered. */
	const asExpected = useCallback(
		(row: UnloadingRow) => {
			const grams = state.order?.lignes[row.code]?.exp?.g ?? 0;
			const isWeighed = row.mode === 'UP' && row.shipped !== undefined && grams > 0;
			declare(row.code, { amount: expectedOf(row) }, isWeighed ? grams : undefined);
		},
		[state.order, declare],
	);

	/** Everything not declared yet of some producers, as shipped or as ordered. */
	const allAs = useCallback(
		(some: readonly UnloadingProducer[], as: 'exp' | 'cmd') => {
			const what = as === 'exp' ? text.producerAsShipped : text.producerAsOrdered;
			const [only] = some;
			const one = some.length === 1 && only ? producerName(only.pr) : undefined;
			write(
				one === undefined ? text.everything : text.producer(one, what),
				...some.map(({ pr }) => receivedAsWrite(scope, pr, producerName(pr), as)),
			);
		},
		[scope, producerName, write, text],
	);
	/** Takes back what was declared just as expected of a producer, as one step. */
	const takeBack = useCallback(
		(producer: UnloadingProducer) => {
			const lines = declaredAsExpected(producer).map(({ code }) => {
				const seen = declaredOf(state.order?.lignes[code]?.rec);
				return receivedWrite(scope, writtenProduct(code, catalogue), { rec: null, seen });
			});
			write(text.producer(producerName(producer.pr), text.undeclared(lines.length)), ...lines);
		},
		[scope, catalogue, state.order, producerName, write, text],
	);
	return { producers, producerName, declare, asExpected, allAs, takeBack };
}

export type Unloading = ReturnType<typeof useUnloading>;
