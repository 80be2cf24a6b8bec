import { Button, FileInput } from '@mantine/core';
import { Dialog, ErrorState, LoadingState, useReport, useText } from '@navette/ui';
import { useMemo, useState } from 'react';
import { type ImportFileFault, importChanges, importFile } from '../../../client/index.ts';
import type { ImportLine } from '../../../model/index.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { catalogueTexts } from './catalogue-texts.ts';
import { ImportLines } from './import-lines.tsx';
import type { CatalogueDesk } from './use-catalogue.ts';

type Cells = readonly (readonly string[])[];

interface ReadProps {
	readonly desk: CatalogueDesk;
	readonly cells: Cells;
	close(): void;
}

/** The dry run of a file by the server, in the words of what changes. */
function DryRun({ desk, cells, close }: ReadProps) {
	const text = useText(catalogueTexts);
	const { files } = text;
	const { view, report, today, writing } = desk;
	const input = { right: view.right, gp: view.gp, lignes: cells };
	const run = useReport<{ readonly lignes: readonly ImportLine[] }>('CatgEssai', input);
	const changes = useMemo(() => {
		const facts = { today, now: view.now, producers: view.producers };
		return importChanges(report.result ?? { prods: {} }, cells, facts);
	}, [report.result, cells, today, view.now, view.producers]);
	if (run.error) return <ErrorState error={run.error} retry={run.refresh} />;
	if (!run.result) return <LoadingState label={files.reading} />;
	const { lignes } = run.result;
	const wrong = lignes.filter(({ effet }) => effet === 'faux').length;
	const telling = lignes.filter(({ effet }) => effet !== 'identique' && effet !== 'faux').length;
	const place = cells[0]?.findIndex((title) => /^(produit|product|lib)$/i.test(title.trim())) ?? -1;
	const nameOf = ({ ligne, code }: ImportLine): string =>
		cells[ligne - 1]?.[place] || (report.result?.prods[code]?.lib ?? code);
	const apply = async () => {
		const call = { name: 'CatgImporter', input };
		if (await desk.write([call], files.done(telling))) close();
	};
	return (
		<>
			<ImportLines {...{ lines: lignes, changes, nameOf }} />
			{wrong > 0 ? <p className="cg-refusal">{files.wrong(wrong)}</p> : null}
			{wrong === 0 && telling === 0 ? <p>{files.noChange}</p> : null}
			<RefusalNote refused={writing.refused} />
			<div className="cg-actions">
				<Button
					disabled={wrong > 0 || telling === 0}
					loading={writing.isBusy}
					onClick={() => void apply()}
				>
					{files.save(telling)}
				</Button>
				<Button variant="default" onClick={close}>
					{text.keep}
				</Button>
			</div>
		</>
	);
}

function Body({ desk, close }: Omit<ReadProps, 'cells'>) {
	const { files } = useText(catalogueTexts);
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
			<p>{files.about}</p>
			<FileInput
				label={files.file}
				accept=".csv,.xlsx,text/csv"
				value={file}
				error={fault ? files.faults[fault] : undefined}
				onChange={(chosen) => void take(chosen)}
			/>
			{cells ? <DryRun desk={desk} cells={cells} close={close} /> : null}
		</div>
	);
}

/** A file of products, tried before it is taken in. */
export function ImportDialog(props: {
	readonly desk: CatalogueDesk;
	readonly opened: boolean;
	close(): void;
}) {
	const { files } = useText(catalogueTexts);
	return (
		<Dialog opened={props.opened} onClose={props.close} size="xl" title={files.title}>
			{props.opened ? <Body desk={props.desk} close={props.close} /> : null}
		</Dialog>
	);
}
