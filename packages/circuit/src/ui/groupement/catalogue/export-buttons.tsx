import { Button } from '@mantine/core';
import { useAnnounce, useLanguage, useReport, useText } from '@navette/ui';
import { IconFileDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { type ExportFormat, exportFile } from '../../../client/index.ts';
import type { Table } from '../../../model/index.ts';
import { saveFile } from '../../parts/save-file.ts';
import { catalogueTexts } from './catalogue-texts.ts';
import type { CatalogueDesk } from './use-catalogue.ts';

/** The catalogue as a file that can be changed and taken in again. */
export function ExportButtons({ desk }: { readonly desk: CatalogueDesk }) {
	const text = useText(catalogueTexts);
	const language = useLanguage();
	const announce = useAnnounce();
	const [format, setFormat] = useState<ExportFormat>();
	const [isWrong, setWrong] = useState(false);
	const { right, gp } = desk.view;
	const input = { right, gp, quoi: 'CATG' };
	const { status, result, error } = useReport<{ readonly table: Table }>(
		format === undefined ? undefined : 'Exporter',
		input,
	);
	useEffect(() => {
		if (format === undefined || (!result && !error)) return;
		setFormat(undefined);
		if (!result) return setWrong(true);
		// The writer of XLSX is brought when somebody asks for it: without network it may not come.
		exportFile(result.table, format, { name: `catalogue-${gp}`, language }).then(
			(file) => {
				setWrong(false);
				saveFile(file);
			},
			() => {
				setWrong(true);
				announce(text.exportFault);
			},
		);
	}, [format, result, error, gp, language, announce, text]);
	const button = (asked: ExportFormat, label: string) => (
		<Button
			variant="default"
			leftSection={<IconFileDownload size={18} aria-hidden />}
			loading={format === asked && status === 'loading'}
			onClick={() => setFormat(asked)}
		>
			{label}
		</Button>
	);
	return (
		<>
			{button('csv', text.exportCsv)}
			{button('xlsx', text.exportXlsx)}
			{isWrong ? (
				<p className="cg-refusal" role="alert">
					{text.exportFault}
				</p>
			) : null}
		</>
	);
}
