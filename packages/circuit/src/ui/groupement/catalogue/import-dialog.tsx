import { Dialog, useFormats, useText } from '@navette/ui';
import { useMemo } from 'react';
import { importChanges } from '../../../client/index.ts';
import { catalogueColumns } from '../../../model/index.ts';
import { type FileKind, ImportForm } from '../../parts/files/import-form.tsx';
import { catalogueTexts } from './catalogue-texts.ts';
import { changesInWords } from './import-words.ts';
import type { CatalogueDesk } from './use-catalogue.ts';

/** A file of products: what its lines are called, what they change. */
const useProductFile = ({ view, report, today }: CatalogueDesk): FileKind => {
	const text = useText(catalogueTexts);
	const formats = useFormats();
	const { right, gp, now, producers } = view;
	const { result } = report;
	return useMemo(
		() => ({
			...{ about: text.files.about, dryRun: 'CatgEssai', operation: 'CatgImporter' },
			scope: { right, gp },
			wordsOf(cells) {
				const changes = importChanges(result ?? { prods: {} }, cells, { today, now, producers });
				const at =
					cells[0]?.findIndex((title) => /^(produit|product|lib)$/i.test(title.trim())) ?? -1;
				return {
					columns: catalogueColumns,
					nameOf: ({ ligne, code }) => cells[ligne - 1]?.[at] || (result?.prods[code]?.lib ?? code),
					saidOf: (line) => changesInWords(line, changes.get(line.code) ?? [], text, formats),
				};
			},
		}),
		[right, gp, now, producers, result, today, text, formats],
	);
};

function Body({ desk, close }: { readonly desk: CatalogueDesk; close(): void }) {
	const kind = useProductFile(desk);
	return (
		<ImportForm
			{...{ kind, close }}
			writing={desk.writing}
			write={(call, said) => desk.write([call], said)}
		/>
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
