import { Button, NativeSelect } from '@mantine/core';
import {
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	ScreenLink,
	type ScreenProps,
	useFormats,
	useLanguage,
	useSearchText,
	useText,
} from '@navette/ui';
import { IconArrowLeft, IconCalendarOff, IconPrinter, IconPrinterOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import {
	buildPrint,
	LABELS_PER_PAGE,
	PRINT_CODES,
	type PrintCode,
	type PrintData,
	type PrintDocument,
	printingOf,
	printWords,
} from '../../client/index.ts';
import { alertWords } from '../parts/alert-words.ts';
import { ExportButtons } from './export-buttons.tsx';
import { PrintPages } from './print-pages.tsx';
import { printsTexts } from './prints-texts.ts';
import { type PrintSource, usePrintData } from './use-print-data.ts';
import '../parts/frame.css';
import './prints.css';

interface Props {
	readonly code: PrintCode;
	readonly data: PrintData;
}

/** A print with what the person chose of it. */
function usePrint({ code, data }: Props) {
	const language = useLanguage();
	const { timeZone } = useFormats();
	const words = useText(alertWords);
	const [perPage, setPerPage] = useSearchText('labels', '8');
	const [pr, setProducer] = useSearchText('producer', '');
	const document = useMemo(() => {
		const cartons = pr === '' ? data.cartons : data.cartons.filter((one) => one.pr === pr);
		const printing = printingOf({ ...data, cartons }, language, timeZone);
		return buildPrint(code, printing, {
			perPage: LABELS_PER_PAGE.find((one) => String(one) === perPage) ?? 8,
			alertWord: (name) => words[name],
		});
	}, [code, data, language, timeZone, perPage, pr, words]);
	return { document, perPage, setPerPage, pr, setProducer };
}

const isEmpty = ({ parts, labels, note }: PrintDocument): boolean =>
	labels ? labels.items.length === 0 : parts.every(({ rows }) => rows.length === 0) && !note;

function Choices({ code, data, print }: Props & { readonly print: ReturnType<typeof usePrint> }) {
	const text = useText(printsTexts);
	const producers = [...new Set(data.cartons.map(({ pr }) => pr))].toSorted(
		(a, b) => Number(a) - Number(b),
	);
	const isByCarton = code === 'PR7' || code === 'PR8';
	return (
		<>
			{code === 'PR8' ? (
				<NativeSelect
					label={text.perPage}
					value={print.perPage}
					onChange={(event) => print.setPerPage(event.currentTarget.value)}
					data={LABELS_PER_PAGE.map(String)}
				/>
			) : null}
			{isByCarton && producers.length > 1 ? (
				<NativeSelect
					label={text.producer}
					value={print.pr}
					onChange={(event) => print.setProducer(event.currentTarget.value)}
					data={[
						{ value: '', label: text.allProducers },
						...producers.map((value) => ({ value, label: data.producerName(value) })),
					]}
				/>
			) : null}
		</>
	);
}

function Preview({ code, data }: Props) {
	const text = useText(printsTexts);
	const print = usePrint({ code, data });
	const { document } = print;
	if (isEmpty(document))
		return (
			<EmptyState icon={IconPrinterOff} title={text.nothing}>
				{text.nothingWhy}
			</EmptyState>
		);
	return (
		<>
			<div className="pr-tools nv-no-print">
				<Button
					size="md"
					leftSection={<IconPrinter size={20} aria-hidden />}
					onClick={() => globalThis.print()}
				>
					{text.print}
				</Button>
				<ExportButtons document={document} />
				<Choices {...{ code, data, print }} />
			</div>
			<p className="nv-quiet nv-no-print pr-hint">{text.printing}</p>
			<section
				className="pr-pages"
				aria-label={text.preview}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a window, it is moved by keys
				tabIndex={0}
				data-landscape={document.landscape || undefined}
			>
				<PrintPages document={document} />
			</section>
		</>
	);
}

function Content({ source, code }: { readonly source: PrintSource; readonly code: PrintCode }) {
	const text = useText(printsTexts);
	const { missing, report, data, delivery } = source;
	if (missing.status === 'refused' && missing.error) return <ErrorState error={missing.error} />;
	if (missing.status !== 'ready') return <LoadingState rows={6} />;
	if (!delivery)
		return (
			<EmptyState icon={IconCalendarOff} title={text.unknownTitle}>
				{text.unknown}
			</EmptyState>
		);
	if (!report.result && report.error)
		return <ErrorState error={report.error} retry={report.refresh} />;
	return data ? <Preview code={code} data={data} /> : <LoadingState rows={6} />;
}

/** One print of a delivery: its pages as they will come out, a key to print them, its exports. */
export default function PrintScreen({ role, params }: ScreenProps) {
	const text = useText(printsTexts);
	const words = useText(printWords);
	const { gp = '', livr = '', print = '' } = params;
	const code = PRINT_CODES.find((one) => one === print) ?? 'PR1';
	const source = usePrintData(role, gp, livr);
	return (
		<div className="pr-screen">
			<Page title={words.titles[code]} aside={<DataAge syncedAt={source.syncedAt} />}>
				<p className="ci-under nv-no-print">
					<ScreenLink to={`prints?delivery=${gp}.${livr}`}>
						<IconArrowLeft size={16} aria-hidden /> {text.back}
					</ScreenLink>
					<span>{words.uses[code]}</span>
				</p>
				<Content source={source} code={code} />
			</Page>
		</div>
	);
}
