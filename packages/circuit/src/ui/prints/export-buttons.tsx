import { Button } from '@mantine/core';
import { useAnnounce, useLanguage, useText } from '@navette/ui';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { type ExportFormat, exportFile, type PrintDocument } from '../../client/index.ts';
import { printsTexts } from './prints-texts.ts';

const FORMATS: readonly ExportFormat[] = ['csv', 'xlsx', 'json'];

/** Hands a file to the browser's downloads. */
const save = (file: Awaited<ReturnType<typeof exportFile>>): void => {
	const blob = new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.type });
	const address = URL.createObjectURL(blob);
	const link = globalThis.document.createElement('a');
	link.href = address;
	link.download = file.name;
	link.click();
	/* the download has begun: it holds the content itself */
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/** The figures of a print for a spreadsheet or another program. */
export function ExportButtons({ document }: { readonly document: PrintDocument }) {
	const text = useText(printsTexts);
	const language = useLanguage();
	const announce = useAnnounce();
	const [fault, setFault] = useState(false);
	const run = async (format: ExportFormat) => {
		setFault(false);
		try {
			const named = { name: document.fileName, language };
			const file = await exportFile(document.table, format, named);
			save(file);
			announce(text.exported(file.name));
		} catch {
			/* the part that writes spreadsheets is fetched when it is asked for: offline it is not there */
			setFault(true);
		}
	};
	return (
		<>
			{FORMATS.map((format) => (
				<Button
					key={format}
					variant="default"
					size="md"
					leftSection={<IconDownload size={18} aria-hidden />}
					aria-label={text.exportAs(format.toUpperCase())}
					onClick={() => void run(format)}
				>
					{format.toUpperCase()}
				</Button>
			))}
			{fault ? <p role="alert">{text.exportFailed}</p> : null}
		</>
	);
}
