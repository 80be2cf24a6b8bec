import { useAnnounce, useText } from '@navette/ui';
import { useCallback, useState } from 'react';
import type { Fault, Identity, Sheet } from '../client/index.ts';
import { sheetTexts } from './sheet-texts.ts';

/** The sheet of somebody, and how it changes; the screen follows what was written. */
export interface OwnSheet {
	readonly identity: Identity;
	readonly sheet: Sheet;
	readonly fault: Fault | undefined;
	change(change: (sheet: Sheet) => Sheet): Promise<boolean>;
}

export function useSheet(identity: Identity): OwnSheet {
	const text = useText(sheetTexts);
	const announce = useAnnounce();
	const [sheet, setSheet] = useState(identity.sheet);
	const [fault, setFault] = useState<Fault>();
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
