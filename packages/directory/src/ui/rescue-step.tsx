import { Button, Checkbox } from '@mantine/core';
import { Page, useFormats, useText } from '@navette/ui';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { type DirectoryClientDeps, type RescueSheet, sealRescueFile } from '../client/index.ts';
import { entryTexts } from './entry-texts.ts';
import { SaveAsFile } from './save-as-file.tsx';

/** The page to put with one's papers. */
function Paper({ sheet }: { sheet: RescueSheet }) {
	const text = useText(entryTexts);
	const formats = useFormats();
	return (
		<section className="nv-own-sheet" aria-label={text.rescueTitle}>
			<dl>
				<div>
					<dt>{text.first}</dt>
					<dd className="nv-own-secret">{sheet.first}</dd>
				</div>
				<div>
					<dt>{text.second}</dt>
					<dd className="nv-own-secret">{sheet.second}</dd>
				</div>
				<div>
					<dt>{text.rescueWhere}</dt>
					<dd>{sheet.address}</dd>
				</div>
				<div>
					<dt>{text.rescueMade}</dt>
					<dd>{formats.dateTime(sheet.made)}</dd>
				</div>
			</dl>
			<p className="nv-own-note">{text.rescueNote}</p>
		</section>
	);
}

interface Props {
	readonly deps: DirectoryClientDeps;
	readonly sheet: RescueSheet;
	onKept(): void;
	onBack(): void;
}

/** The sheet to keep with one's papers, or as a file; having kept it opens the way. */
export function RescueStep({ deps, sheet, onKept, onBack }: Props) {
	const text = useText(entryTexts);
	const [isKept, setIsKept] = useState(false);
	return (
		<Page title={text.rescueTitle}>
			<p className="nv-own-lead nv-no-print">{text.rescueLead}</p>
			<Paper sheet={sheet} />
			<div className="nv-own-form nv-no-print">
				<div className="nv-own-actions">
					<Button
						variant="default"
						leftSection={<IconPrinter size={18} aria-hidden />}
						onClick={() => window.print()}
					>
						{text.print}
					</Button>
					<SaveAsFile
						name="navette-rescue.nvr"
						seal={(phrase) => sealRescueFile(deps, phrase, sheet)}
					/>
				</div>
				<Checkbox
					label={text.kept}
					checked={isKept}
					onChange={(event) => setIsKept(event.currentTarget.checked)}
				/>
				<div className="nv-own-actions">
					<Button size="md" disabled={!isKept} onClick={onKept}>
						{text.next}
					</Button>
					<Button variant="subtle" onClick={onBack}>
						{text.back}
					</Button>
				</div>
			</div>
		</Page>
	);
}
