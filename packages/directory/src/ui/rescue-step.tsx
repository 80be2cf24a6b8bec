import { Button, Checkbox, PasswordInput } from '@mantine/core';
import { Page, useFormats, useText } from '@navette/ui';
import { IconFileDownload, IconPrinter } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type DirectoryClientDeps, type RescueSheet, sealRescueFile } from '../client/index.ts';
import { entryTexts } from './entry-texts.ts';
import { saveFile } from './save-file.ts';

/** The page to put with one's papers. */
function Paper({ sheet }: { sheet: RescueSheet }) {
	const text = useText(entryTexts);
	const formats = useFormats();
	return (
		<section className="id-sheet" aria-label={text.rescueTitle}>
			<dl>
				<div>
					<dt>{text.first}</dt>
					<dd className="id-secret">{sheet.first}</dd>
				</div>
				<div>
					<dt>{text.second}</dt>
					<dd className="id-secret">{sheet.second}</dd>
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
			<p className="id-note">{text.rescueNote}</p>
		</section>
	);
}

function AsFile({ deps, sheet }: { deps: DirectoryClientDeps; sheet: RescueSheet }) {
	const text = useText(entryTexts);
	const [phrase, setPhrase] = useState<string>();
	const [state, setState] = useState<'busy' | 'saved'>();
	const save = async (event: FormEvent) => {
		event.preventDefault();
		if (!phrase) return;
		setState('busy');
		saveFile('navette-rescue.nvr', await sealRescueFile(deps, phrase, sheet));
		setState('saved');
	};
	if (phrase === undefined)
		return (
			<Button
				variant="default"
				leftSection={<IconFileDownload size={18} aria-hidden />}
				onClick={() => setPhrase('')}
			>
				{text.asFile}
			</Button>
		);
	return (
		<form className="id-form" onSubmit={(event) => void save(event)}>
			<PasswordInput
				label={text.filePhrase}
				description={text.filePhraseHelp}
				autoComplete="new-password"
				value={phrase}
				onChange={(event) => setPhrase(event.currentTarget.value)}
			/>
			<div className="id-actions">
				<Button
					type="submit"
					variant="default"
					disabled={phrase.trim().length < 8}
					loading={state === 'busy'}
				>
					{text.fileSave}
				</Button>
				<span role="status">{state === 'saved' ? text.fileSaved : ''}</span>
			</div>
		</form>
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
			<p className="id-lead nv-no-print">{text.rescueLead}</p>
			<Paper sheet={sheet} />
			<div className="id-form nv-no-print">
				<div className="id-actions">
					<Button
						variant="default"
						leftSection={<IconPrinter size={18} aria-hidden />}
						onClick={() => window.print()}
					>
						{text.print}
					</Button>
					<AsFile deps={deps} sheet={sheet} />
				</div>
				<Checkbox
					label={text.kept}
					checked={isKept}
					onChange={(event) => setIsKept(event.currentTarget.checked)}
				/>
				<div className="id-actions">
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
