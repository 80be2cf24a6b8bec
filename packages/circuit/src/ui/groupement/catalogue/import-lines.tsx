import { Chip, type Tone, useFormats, useLanguage, useText } from '@navette/ui';
import type { CellChange } from '../../../client/index.ts';
import {
	catalogueColumns,
	type ImportLine,
	shownNumber,
	type TableValue,
} from '../../../model/index.ts';
import { type CatalogueTexts, catalogueTexts } from './catalogue-texts.ts';

const TONES: Readonly<Record<ImportLine['effet'], Tone>> = {
	nouveau: 'ok',
	modifie: 'info',
	conditions: 'info',
	identique: 'plain',
	faux: 'danger',
};

type Formats = ReturnType<typeof useFormats>;

const valueText = (
	{ column, before, after }: CellChange,
	which: 'before' | 'after',
	text: CatalogueTexts,
	formats: Formats,
): string => {
	const value: unknown = which === 'before' ? before : after;
	const { kind, id } = column;
	if (value === null || value === undefined || value === '') return text.files.nothing;
	if (typeof value === 'boolean') return value ? text.files.yes : text.files.no;
	if (Array.isArray(value)) return value.join(', ') || text.files.nothing;
	if (id === 'par') return value === 2 ? text.files.yes : text.files.no;
	if (typeof value !== 'number') return String(value);
	if (kind === 'cents') return formats.money(value);
	if (kind === 'day') return formats.day(String(value), 'date');
	if (kind === 'basis-points') return formats.percent(value);
	return formats.number(shownNumber(value, kind));
};

interface LineProps {
	readonly line: ImportLine;
	readonly name: string;
	readonly changes: readonly CellChange[];
}

function Line({ line, name, changes }: LineProps) {
	const text = useText(catalogueTexts);
	const { files } = text;
	const formats = useFormats();
	const language = useLanguage();
	const titleOf = (id: string) =>
		catalogueColumns.find((one) => one.id === id)?.title[language] ?? id;
	const said = (change: CellChange): string => {
		const title = change.column.title[language];
		const after = valueText(change, 'after', text, formats);
		return line.effet === 'nouveau'
			? files.set(title, after)
			: files.change(title, valueText(change, 'before', text, formats), after);
	};
	const shown = line.effet === 'nouveau' ? changes.filter(({ after }) => isSaid(after)) : changes;
	return (
		<li>
			<span className="cg-import-head">
				<span className="nv-quiet">{files.line(line.ligne)}</span>
				<b>{name}</b>
				<Chip tone={TONES[line.effet]}>{files.effects[line.effet]}</Chip>
			</span>
			{line.fautes.map((fault) => (
				<span key={fault.colonne} className="cg-import-fault">
					{files.column(titleOf(fault.colonne), fault.phrase[language])}
				</span>
			))}
			{shown.length > 0 ? <span>{shown.map(said).join(' · ')}</span> : null}
		</li>
	);
}

const isSaid = (value: TableValue): boolean =>
	value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

const ORDER: readonly ImportLine['effet'][] = ['faux', 'nouveau', 'conditions', 'modifie'];

interface Props {
	readonly lines: readonly ImportLine[];
	readonly changes: ReadonlyMap<string, readonly CellChange[]>;
	nameOf(line: ImportLine): string;
}

/** What each line of a file will do: wrong ones first, those that change nothing only counted. */
export function ImportLines({ lines, changes, nameOf }: Props) {
	const { files } = useText(catalogueTexts);
	const counts = [...ORDER, 'identique' as const].flatMap((effet) => {
		const n = lines.filter((one) => one.effet === effet).length;
		return n > 0 ? [{ effet, n }] : [];
	});
	const telling = ORDER.flatMap((effet) => lines.filter((one) => one.effet === effet));
	const same = lines.length - telling.length;
	return (
		<>
			<p className="cg-import-counts" role="status">
				{counts.map(({ effet, n }) => (
					<Chip key={effet} tone={TONES[effet]}>
						{files.counts(n, files.effects[effet])}
					</Chip>
				))}
			</p>
			{telling.length > 0 ? (
				<ul className="cg-import-lines" aria-label={files.lines}>
					{telling.map((line) => (
						<Line
							key={line.ligne}
							{...{ line }}
							name={nameOf(line)}
							changes={changes.get(line.code) ?? []}
						/>
					))}
				</ul>
			) : null}
			{same > 0 && telling.length > 0 ? <p className="nv-quiet">{files.hidden(same)}</p> : null}
		</>
	);
}
