import { useLanguage, useObservable, useReport, useSession } from '@navette/ui';
import { useEffect, useRef, useState } from 'react';
import { type ExportFormat, exportFile } from '../../../client/index.ts';
import type { Table } from '../../../model/index.ts';
import { saveFile } from '../../parts/save-file.ts';

/** A file being prepared, and the way to ask for one. */
export interface Exporting {
	/** The format asked for and not given yet. */
	readonly format: ExportFormat | undefined;
	/** The last one could not be made. */
	readonly isWrong: boolean;
	ask(format: ExportFormat): void;
}

/**
 * Gives the general catalogue as a file. What the device kept may be older than what was just written:
 * with a network the server is always asked first.
 */
export function useExport(right: string, gp: string): Exporting {
	const session = useSession();
	const language = useLanguage();
	const sync = useObservable(session.sync);
	const [format, setFormat] = useState<ExportFormat>();
	const [isWrong, setWrong] = useState(false);
	const first = useRef<{ readonly table: Table }>(undefined);
	const name = format === undefined ? undefined : 'Exporter';
	const report = useReport<{ readonly table: Table }>(name, { right, gp, quoi: 'CATG' });
	const { result, error, refresh } = report;
	const isOffline = sync.kind === 'offline';
	useEffect(() => {
		if (format === undefined || (!result && !error)) return;
		if (result && !isOffline && !error) {
			if (first.current === undefined) {
				first.current = result;
				refresh();
			}
			if (first.current === result) return;
		}
		first.current = undefined;
		setFormat(undefined);
		if (!result || (error && !isOffline)) {
			setWrong(true);
			return;
		}
		// The writer of XLSX is brought when somebody asks for it: without network it may not come.
		exportFile(result.table, format, { name: `catalogue-${gp}`, language }).then(
			(file) => {
				setWrong(false);
				saveFile(file);
			},
			() => setWrong(true),
		);
	}, [format, result, error, refresh, isOffline, gp, language]);
	return { format, isWrong, ask: setFormat };
}
