import { useFormats, useLanguage, useText } from '@navette/ui';
import { useMemo } from 'react';
import {
	type BasketLine,
	type BasketView,
	basketOf,
	consumerColumns,
	givenWrite,
	pickedUpWrite,
	saidWrite,
	sharingByProduct,
} from '../../../client/index.ts';
import { amountOf, mayWrite } from '../../../model/index.ts';
import { amountShort } from '../../parts/amount-words.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { distributionTexts } from './distribution-texts.ts';

/** A line of somebody's basket. */
export interface OwnedLine {
	readonly co: string;
	readonly line: BasketLine;
}

/** The baskets of a group, by person and by product, and the ways to fill and hand them over. */
export function useDistribution(view: ReceptionView) {
	const text = useText(distributionTexts);
	const formats = useFormats();
	const language = useLanguage();
	const { state, orders, catalogue, directory, scope, nameOf, write, put, phase } = view;
	const baskets = useMemo(
		() =>
			consumerColumns(directory, orders, language).flatMap(({ co }) => {
				const order = orders.get(co);
				return order ? [basketOf(co, order, catalogue)] : [];
			}),
		[directory, orders, language, catalogue],
	);
	const products = useMemo(() => sharingByProduct(baskets), [baskets]);
	const person = (co: string) => ({ co, name: nameOf(co) });
	const seenOf = ({ co, line }: OwnedLine) => {
		const dis = state.orders[co]?.lignes[line.code]?.dis;
		return dis ? amountOf(line.mode, dis) : null;
	};
	const writeOf = (owned: OwnedLine, amount: number | null) =>
		givenWrite(scope, person(owned.co), owned.line, { amount, seen: seenOf(owned) });
	const short = (amount: number, { mode }: BasketLine) => amountShort(amount, mode, formats);

	const give = (owned: OwnedLine, amount: number | null) => {
		const { co, line } = owned;
		const message =
			amount === null
				? text.saidNotGiven(line.label, nameOf(co))
				: text.saidGiven(line.label, nameOf(co), short(amount, line));
		write(message, writeOf(owned, amount));
	};
	/** Everything not said yet, as it is due; packages speak for themselves. */
	const giveAll = (what: string, owned: readonly OwnedLine[]) => {
		const left = owned.filter(({ line }) => !line.given && line.mode !== 'UP' && line.due > 0);
		write(text.saidAll(what), ...left.map((one) => writeOf(one, one.line.due)));
	};
	const pickUp = ({ co }: BasketView, who: string | null) => {
		const name = nameOf(co);
		const message = who === null ? text.saidBack(name) : text.saidPicked(name);
		write(message, pickedUpWrite(scope, person(co), who));
	};
	return {
		...{ baskets, products, short, give, giveAll, pickUp },
		mayHandOver: mayWrite({ role: 'GC', object: 'BCC.ret', phase }).ok,
		begin: () => put(saidWrite(scope, 'distribue')),
	};
}

export type Distribution = ReturnType<typeof useDistribution>;
