import { useText } from '@navette/ui';
import { useState } from 'react';
import {
	type DirectoryClientDeps,
	openSheetFile,
	sealSheetFile,
	withCopy,
} from '../client/index.ts';
import { Card } from './card.tsx';
import { Notice } from './notice.tsx';
import { OpenFromFile } from './open-from-file.tsx';
import { SaveAsFile } from './save-as-file.tsx';
import { sheetTexts } from './sheet-texts.ts';
import type { OwnSheet } from './use-sheet.ts';

/** The sheet as an encrypted file, and back. */
export function SheetFileCard({ deps, own }: { deps: DirectoryClientDeps; own: OwnSheet }) {
	const text = useText(sheetTexts);
	const { user } = own.identity;
	const [isBack, setIsBack] = useState(false);
	const open = async (phrase: string, bytes: Uint8Array) => {
		setIsBack(false);
		const copy = await openSheetFile(deps, phrase, bytes);
		if (!copy.ok) return copy.error;
		setIsBack(await own.change((before) => withCopy(before, user, copy.value)));
		return undefined;
	};
	return (
		<Card title={text.sheetFile} about={text.sheetFileAbout}>
			<div className="nv-own-form nv-no-print">
				<SaveAsFile
					name="navette-sheet.nvr"
					seal={(phrase) => sealSheetFile(deps, phrase, user, own.sheet)}
				/>
				{isBack ? <Notice tone="info">{text.sheetFileBack}</Notice> : null}
				<details>
					<summary>{text.sheetFileOpen}</summary>
					<OpenFromFile label={text.sheetFile} open={open} />
				</details>
			</div>
		</Card>
	);
}
