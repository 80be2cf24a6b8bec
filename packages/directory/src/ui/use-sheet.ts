import { useAnnounce, useText, useThread } from '@navette/ui';
import { useCallback, useEffect, useState } from 'react';
import type { Fault, Identity, Sheet } from '../client/index.ts';
import type { SheetData } from '../model/index.ts';
import { sheetTexts } from './sheet-texts.ts';

/** The sheet of somebody, and how it changes; the screen follows what was written, on any device. */
export interface OwnSheet {
	readonly identity: Identity;
	readonly sheet: Sheet;
	readonly fault: Fault | undefined;
	change(change: (sheet: Sheet) => Sheet): Promise<boolean>;
}

/** Revision of the sheet that the directory holds, as it changes; 0 until it says. */
const useHeldRevision = (user: string): number => {
	const [held] = useThread(`USER/${user}`).documents('SHEET').values();
	return (held?.data as SheetData | undefined)?.rev ?? 0;
};

export function useSheet(identity: Identity): OwnSheet {
	const text = useText(sheetTexts);
	const announce = useAnnounce();
	const [sheet, setSheet] = useState(identity.sheet);
	const [fault, setFault] = useState<Fault>();
	const held = useHeldRevision(identity.user);
	useEffect(() => {
		if (held <= identity.head().rev) return;
		/* another device wrote it */
		void identity.readSheet().then((read) => {
			setFault(read.ok ? undefined : read.error);
			setSheet(identity.sheet());
		});
	}, [identity, held]);
	const change = useCallback(
		async (work: (sheet: Sheet) => Sheet) => {
			const changed = await identity.changeSheet(work);
			setFault(changed.ok ? undefined : changed.error);
			setSheet(identity.sheet());
			if (changed.ok) announce(text.saved);
			return changed.ok;
		},
		[identity, announce, text],
	);
	return { identity, sheet, fault, change };
}
