import { Button, FileInput } from '@mantine/core';
import { ErrorState, LoadingState, useReport, useText } from '@navette/ui';
import { useMemo, useState } from 'react';
import { type ImportFileFault, importFile } from '../../../client/index.ts';
import type { Cells, ImportLine } from '../../../model/index.ts';
import { RefusalNote } from '../refusal-note.tsx';
import type { Writing } from '../use-write.ts';
import { filesTexts } from './files-texts.ts';
import { ImportLines, type LineWords } from './import-lines.tsx';
import '../desk.css';

/** What a kind of file is: the report that tries it, the operation that takes it, its words. */
export interface FileKind {
	readonly about: string;
	/** What must be known to write it: one thing each. */
	readonly rules?: readonly string[];
	readonly dryRun: string;
	readonly operation: string;
	/** Whose file: what the report and the operation are given beside the lines. */
	readonly scope: Readonly<Record<string, unknown>>;
	wordsOf(cells: Cells): LineWords;
}

interface Props {
	readonly kind: FileKind;
	readonly writing: Pick<Writing, 'isBusy' | 'refused'>;
	write(call: { readonly name: string; readonly input: unknown }, said: string): Promise<boolean>;
	close(): void;
}

/** The dry run of a file by the server, in the words of what changes. */
function DryRun({ kind, writing, write, close, cells }: Props & { readonly cells: Cells }) {
	const text = useText(filesTexts);
	const input = { ...kind.scope, lignes: cells };
	const run = useReport<{ readonly lignes: readonly ImportLine[] }>(kind.dryRun, input);
	const words = useMemo(() => kind.wordsOf(cells), [kind, cells]);
	if (run.error) return <ErrorState error={run.error} retry={run.refresh} />;
	if (!run.result) return <LoadingState label={text.reading} />;
	const { lignes } = run.result;
	const wrong = lignes.filter(({ effet }) => effet === 'faux').length;
	const telling = lignes.filter(({ effet }) => effet !== 'identique' && effet !== 'faux').length;
	const apply = async () => {
		if (await write({ name: kind.operation, input }, text.done(telling))) close();
	};
	return (
		<>
			<ImportLines lines={lignes} words={words} />
			{wrong > 0 ? <p className="cg-refusal">{text.wrong(wrong)}</p> : null}
			{wrong === 0 && telling === 0 ? <p>{text.noChange}</p> : null}
			<RefusalNote refused={writing.refused} />
			<div className="cg-actions">
				<Button
					disabled={wrong > 0 || telling === 0}
					loading={writing.isBusy}
					onClick={() => void apply()}
				>
					{text.save(telling)}
				</Button>
				<Button variant="default" onClick={close}>
					{text.cancel}
				</Button>
			</div>
		</>
	);
}

/** A file to choose, then what it would do: nothing is written before one agrees. */
export function ImportForm(props: Props) {
	const text = useText(filesTexts);
	const { about, rules = [] } = props.kind;
	const [file, setFile] = useState<File | null>(null);
	const [cells, setCells] = useState<Cells>();
	const [fault, setFault] = useState<ImportFileFault | 'offline'>();
	const take = async (chosen: File | null) => {
		setFile(chosen);
		setCells(undefined);
		setFault(undefined);
		if (!chosen) return;
		const bytes = new Uint8Array(await chosen.arrayBuffer());
		// The reader of XLSX is brought when it is needed: without network it may not come.
		const read = await importFile(bytes).catch(() => undefined);
		if (!read) setFault('offline');
		else if ('fault' in read) setFault(read.fault);
		else setCells(read.cells);
	};
	return (
		<div className="cg-form">
			<p>{about}</p>
			{rules.length === 0 ? null : (
				<ul className="cg-rules">
					{rules.map((rule) => (
						<li key={rule}>{rule}</li>
					))}
				</ul>
			)}
			<FileInput
				label={text.file}
				description={text.fileNote}
				placeholder={text.choose}
				accept=".csv,.xlsx,text/csv"
				value={file}
				error={fault ? text.faults[fault] : undefined}
				onChange={(chosen) => void take(chosen)}
			/>
			{cells ? <DryRun {...props} cells={cells} /> : null}
		</div>
	);
}
