import { useFormats, useText } from '@navette/ui';
import type { Minute } from '../model/index.ts';
import { Figures } from './figures.tsx';
import { adminTexts } from './texts.ts';

/** The minutes in which something was done, the newest first. */
export function MinutesTable({ minutes }: { minutes: readonly Minute[] }) {
	const text = useText(adminTexts);
	const { number, time } = useFormats();
	const busy = minutes.filter(({ operations }) => operations > 0).reverse();
	return (
		<>
			<Figures
				label={text.chartTitle}
				columns={[text.minute, text.done, text.refused]}
				rows={busy.map(({ at, operations, refused }) => ({
					id: String(at),
					cells: [time(at), number(operations - refused), number(refused)],
				}))}
			/>
			<p className="nv-quiet">{text.onlyBusy}</p>
		</>
	);
}
