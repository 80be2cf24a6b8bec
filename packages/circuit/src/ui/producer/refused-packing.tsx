import { Button } from '@mantine/core';
import { useFormats, useLanguage, useText } from '@navette/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { RefusedPacking as Refused } from '../../client/index.ts';
import { amountShort } from '../parts/amount-words.ts';
import { cartonTexts } from './carton-texts.ts';
import type { CartonWriting } from './use-carton.ts';

/** Writes that the server did not take, with both values: nothing is lost in silence. */
export function RefusedPacking({ writing }: { readonly writing: CartonWriting }) {
	const text = useText(cartonTexts);
	const formats = useFormats();
	const language = useLanguage();
	const { refused, rowOf, dismiss } = writing;
	if (refused.length === 0) return null;
	const currentOf = ({ rp, current }: Refused): string => {
		const row = rp === undefined ? undefined : rowOf(rp);
		return row && current !== undefined
			? text.current(amountShort(current, row.mode, formats))
			: '';
	};
	return (
		<section className="cp-refused" role="alert">
			<h2>
				<IconAlertTriangle size={22} aria-hidden /> {text.refusedTitle}
			</h2>
			<ul>
				{refused.map((one) => (
					<li key={one.id}>
						<p>
							<b>{one.label[language]}</b> {one.error?.sentence[language]} {currentOf(one)}
						</p>
						<Button size="md" variant="default" onClick={() => dismiss(one.id)}>
							{text.understood}
						</Button>
					</li>
				))}
			</ul>
		</section>
	);
}
