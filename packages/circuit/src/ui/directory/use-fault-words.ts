import { useText } from '@navette/ui';
import type { FieldFault } from '../../client/index.ts';
import { sheetTexts } from './sheet-texts.ts';
import type { SheetView } from './use-sheet.ts';

/** What is wrong in a field, in words; nothing before a save was asked for. */
export function useFaultWords({ asked, faults }: Pick<SheetView, 'asked' | 'faults'>) {
	const { faults: words } = useText(sheetTexts);
	const inWords = (fault: FieldFault): string =>
		fault.why === 'range' ? words.range(fault.min, fault.max) : words[fault.why];
	return (name: string): string | undefined => {
		const fault = faults[name];
		return asked && fault ? inWords(fault) : undefined;
	};
}
