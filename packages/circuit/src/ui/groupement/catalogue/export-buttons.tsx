import { Button } from '@mantine/core';
import { useText } from '@navette/ui';
import { IconFileDownload } from '@tabler/icons-react';
import type { ExportFormat } from '../../../client/index.ts';
import { catalogueTexts } from './catalogue-texts.ts';
import type { CatalogueDesk } from './use-catalogue.ts';
import { useExport } from './use-export.ts';

/** The catalogue as a file that can be changed and taken in again. */
export function ExportButtons({ desk }: { readonly desk: CatalogueDesk }) {
	const text = useText(catalogueTexts);
	const { format, isWrong, ask } = useExport(desk.view.right, desk.view.gp);
	const button = (asked: ExportFormat, label: string) => (
		<Button
			variant="default"
			title={text.exportNoted}
			leftSection={<IconFileDownload size={18} aria-hidden />}
			loading={format === asked}
			onClick={() => ask(asked)}
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
