import { Prefill } from '@navette/ui';
import type { ComponentProps } from 'react';
import type { SheetView } from './use-sheet.ts';

type Props = ComponentProps<typeof Prefill> & { readonly view: SheetView };

/**
 * What the person keeps in the sheet of their identity, proposed under a field of their own sheet: a
 * click fills it in, saving writes it. Sheets of groups are not about one person.
 */
export function OwnValues({ view: { kind, writable }, ...proposed }: Props) {
	const isOwn = kind === 'FCO' || kind === 'FPR';
	return isOwn && writable ? <Prefill {...proposed} /> : null;
}
