import { useFormats, useLanguage, useText } from '@navette/ui';
import { useMemo, useState } from 'react';
import {
	consumerColumns,
	type ExportFormat,
	exportFile,
	type OrderFileFacts,
	orderFileChanges,
	orderFileTable,
} from '../../../client/index.ts';
import { orderColumns } from '../../../model/index.ts';
import { amountInWords } from '../../parts/amount-words.ts';
import type { FileKind } from '../../parts/files/import-form.tsx';
import { saveFile } from '../../parts/save-file.ts';
import type { GroupOrderView } from '../use-group-order.ts';
import { orderFileTexts } from './order-file-texts.ts';

/** A file of orders of one group: what its lines say, and the same file of what is ordered now. */
export interface OrderFile {
	readonly kind: FileKind;
	/** The last file asked for could not be made. */
	readonly isWrong: boolean;
	save(format: ExportFormat): void;
}

/** Who and what a file speaks of, as long as the orders shown do not move. */
const useFacts = ({ scope, catalogue, directory, orders }: GroupOrderView): OrderFileFacts => {
	const language = useLanguage();
	return useMemo(
		() => ({
			...{ gc: scope.gc, catalogue, orders },
			columns: consumerColumns(directory, orders, language),
		}),
		[scope, catalogue, directory, orders, language],
	);
};

/** A file of orders, beside the group's order. */
export function useOrderFile(view: GroupOrderView): OrderFile {
	const text = useText(orderFileTexts);
	const formats = useFormats();
	const facts = useFacts(view);
	const { scope } = view;
	const [isWrong, setWrong] = useState(false);
	const kind = useMemo((): FileKind => {
		const nameOf = (co: string) => {
			const column = facts.columns.find((one) => one.co === co);
			return column?.itself ? text.itself : column?.name || co;
		};
		return {
			...{ about: text.about, rules: Object.values(text.rules), scope: { ...scope } },
			...{ dryRun: 'CmdEssai', operation: 'CmdImporter' },
			wordsOf(cells) {
				const changes = orderFileChanges(cells, facts);
				const productOf = (code: string) => facts.catalogue.lignes[code]?.perm;
				return {
					columns: orderColumns,
					nameOf({ ligne, code }) {
						const change = changes.get(code);
						const product = change && productOf(change.prod);
						return change && product
							? text.line(nameOf(change.co), product.lib)
							: (cells[ligne - 1] ?? []).filter((cell) => cell !== '').join(' · ');
					},
					saidOf({ code }) {
						const change = changes.get(code);
						const product = change && productOf(change.prod);
						if (!change || !product) return [];
						const said = (amount: number) =>
							amount === 0 ? text.nothing : amountInWords(amount, product, formats);
						return [text.change(said(change.before), said(change.after))];
					},
				};
			},
		};
	}, [facts, scope, text, formats]);
	const save = (format: ExportFormat) => {
		const name = `orders-${scope.gc}-${scope.gp}-${scope.livr}`;
		exportFile(orderFileTable(facts), format, { name, language: formats.language }).then(
			(file) => {
				setWrong(false);
				saveFile(file);
			},
			() => setWrong(true),
		);
	};
	return { kind, isWrong, save };
}
