import { useFormats, useText } from '@navette/ui';
import type { RefusedPacking as Refused } from '../../client/index.ts';
import { amountShort } from '../parts/amount-words.ts';
import { RefusedList } from '../parts/refused-list.tsx';
import { cartonTexts } from './carton-texts.ts';
import type { CartonWriting } from './use-carton.ts';

/** Writes that the server did not take, with both values: nothing is lost in silence. */
export function RefusedPacking({ writing }: { readonly writing: CartonWriting }) {
	const text = useText(cartonTexts);
	const formats = useFormats();
	const { refused, rowOf, dismiss } = writing;
	const currentOf = ({ rp, current }: Refused): string => {
		const row = rp === undefined ? undefined : rowOf(rp);
		return row && current !== undefined
			? text.current(amountShort(current, row.mode, formats))
			: '';
	};
	return (
		<RefusedList
			title={text.refusedTitle}
			refused={refused}
			about={currentOf}
			dismissal={() => text.understood}
			dismiss={dismiss}
		/>
	);
}
