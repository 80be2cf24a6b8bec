import { Chip, type Tone, useLanguage, useText } from '@navette/ui';
import type { ImportLine, TableColumn } from '../../../model/index.ts';
import { filesTexts } from './files-texts.ts';
import './files.css';

const TONES: Readonly<Record<ImportLine['effet'], Tone>> = {
	nouveau: 'ok',
	modifie: 'info',
	conditions: 'info',
	identique: 'plain',
	faux: 'danger',
};

/** How lines of one kind of file are said. */
export interface LineWords {
	readonly columns: readonly TableColumn[];
	/** What a line is about. */
	nameOf(line: ImportLine): string;
	/** What it changes, each in a few words. */
	saidOf(line: ImportLine): readonly string[];
}

function Line({ line, words }: { readonly line: ImportLine; readonly words: LineWords }) {
	const text = useText(filesTexts);
	const language = useLanguage();
	const titleOf = (id: string) => words.columns.find((one) => one.id === id)?.title[language] ?? id;
	const said = line.effet === 'faux' ? [] : words.saidOf(line);
	return (
		<li>
			<span className="ci-import-head">
				<span className="nv-quiet">{text.line(line.ligne)}</span>
				<b>{words.nameOf(line)}</b>
				<Chip tone={TONES[line.effet]}>{text.effects[line.effet]}</Chip>
			</span>
			{line.fautes.map((fault) => (
				<span key={fault.colonne} className="ci-import-fault">
					{text.column(titleOf(fault.colonne), fault.phrase[language])}
				</span>
			))}
			{said.length > 0 ? <span>{said.join(' · ')}</span> : null}
		</li>
	);
}

const ORDER: readonly ImportLine['effet'][] = ['faux', 'nouveau', 'conditions', 'modifie'];

interface Props {
	readonly lines: readonly ImportLine[];
	readonly words: LineWords;
}

/** What each line of a file will do: wrong ones first, those that change nothing only counted. */
export function ImportLines({ lines, words }: Props) {
	const text = useText(filesTexts);
	const counts = [...ORDER, 'identique' as const].flatMap((effet) => {
		const n = lines.filter((one) => one.effet === effet).length;
		return n > 0 ? [{ effet, n }] : [];
	});
	const telling = ORDER.flatMap((effet) => lines.filter((one) => one.effet === effet));
	const same = lines.length - telling.length;
	return (
		<>
			<p className="ci-import-counts" role="status">
				{counts.map(({ effet, n }) => (
					<Chip key={effet} tone={TONES[effet]}>
						{text.counts(n, text.effects[effet])}
					</Chip>
				))}
			</p>
			{telling.length > 0 ? (
				<ul className="ci-import-lines" aria-label={text.lines}>
					{telling.map((line) => (
						<Line key={line.ligne} {...{ line, words }} />
					))}
				</ul>
			) : null}
			{same > 0 && telling.length > 0 ? <p className="nv-quiet">{text.hidden(same)}</p> : null}
		</>
	);
}
