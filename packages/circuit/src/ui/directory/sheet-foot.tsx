import { Button } from '@mantine/core';
import { useText } from '@navette/ui';
import { sheetTexts } from './sheet-texts.ts';
import type { SheetView } from './use-sheet.ts';

/** What is not saved yet, why the last save was not taken, and the way to save. */
export function SheetFoot({ view }: { readonly view: SheetView }) {
	const text = useText(sheetTexts);
	const { changed, asked, faults, refusal, saving, discard } = view;
	const hasFaults = asked && Object.keys(faults).length > 0;
	const fault = hasFaults ? text.toCorrect : refusal;
	if (!changed) return null;
	return (
		<div className="di-foot">
			<p
				className={fault === undefined ? 'nv-quiet' : 'di-fault'}
				role={fault ? 'alert' : 'status'}
			>
				{fault ?? text.unsaved}
			</p>
			<div>
				<Button variant="default" size="md" onClick={discard}>
					{text.discard}
				</Button>
				<Button type="submit" size="md" loading={saving}>
					{text.save}
				</Button>
			</div>
		</div>
	);
}
