import type { SizesReport } from '@navette/server/model';
import {
	Chip,
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	useFormats,
	useNow,
	useText,
} from '@navette/ui';
import { IconDatabase } from '@tabler/icons-react';
import { bytesText } from './bytes-text.ts';
import { Figures } from './figures.tsx';
import { adminTexts } from './texts.ts';
import { useLiveReport } from './use-live-report.ts';
import './administration.css';

/** Between two looks while the first count is under way, and afterwards, ms. */
const SOON = 1_000;
const LATER = 15_000;

function Sizes({ report }: { report: SizesReport }) {
	const text = useText(adminTexts);
	const formats = useFormats();
	const now = useNow();
	const { number, percent, relative } = formats;
	const types = report.types.toSorted((a, b) => b.bytes - a.bytes);
	const bytes = types.reduce((sum, type) => sum + type.bytes, 0);
	const documents = types.reduce((sum, type) => sum + type.documents, 0);
	const share = (part: number) => percent(bytes === 0 ? 0 : Math.round((part / bytes) * 100) * 100);
	if (types.length === 0)
		return (
			<EmptyState icon={IconDatabase} title={text.sizesNone}>
				{text.sizesNoneWhy}
			</EmptyState>
		);
	return (
		<section className="nv-card ad-part">
			{report.isPartial ? <Chip tone="warn">{text.sizesPartial}</Chip> : null}
			<Figures
				label={text.sizesTitle}
				columns={[text.type, text.documents, text.bytes, text.share]}
				spare={3}
				rows={types.map((one) => ({
					id: one.type,
					cells: [one.type, number(one.documents), bytesText(one.bytes, formats), share(one.bytes)],
				}))}
				foot={[text.total, number(documents), bytesText(bytes, formats), share(bytes)]}
			/>
			<p className="nv-quiet">{text.counted(relative(Math.min(report.counted, now), now))}</p>
		</section>
	);
}

/** What the organisation keeps, by type. */
export default function SizesScreen() {
	const text = useText(adminTexts);
	const pace = (report: SizesReport | undefined) => (report?.counted === 0 ? SOON : LATER);
	const { result, error, asOf, refresh } = useLiveReport<SizesReport>('admin.sizes', pace);
	const isThere = result !== undefined && result.counted > 0;
	return (
		<Page title={text.sizesTitle} aside={<DataAge asOf={asOf} />}>
			{error ? <ErrorState error={error} retry={refresh} /> : null}
			{isThere ? <Sizes report={result} /> : null}
			{isThere || error ? null : <LoadingState label={text.sizesWait} />}
		</Page>
	);
}
