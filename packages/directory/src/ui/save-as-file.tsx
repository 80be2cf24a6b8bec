import { Button, PasswordInput } from '@mantine/core';
import { useText } from '@navette/ui';
import { IconFileDownload } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { entryTexts } from './entry-texts.ts';
import { saveFile } from './save-file.ts';

interface Props {
	readonly name: string;
	seal(phrase: string): Promise<Uint8Array>;
}

/** Keeps something as a file, sealed under a phrase of its own. */
export function SaveAsFile({ name, seal }: Props) {
	const text = useText(entryTexts);
	const [phrase, setPhrase] = useState<string>();
	const [state, setState] = useState<'busy' | 'saved'>();
	const save = async (event: FormEvent) => {
		event.preventDefault();
		if (!phrase) return;
		setState('busy');
		saveFile(name, await seal(phrase));
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
		<form className="nv-own-form" onSubmit={(event) => void save(event)}>
			<PasswordInput
				label={text.filePhrase}
				description={text.filePhraseHelp}
				autoComplete="new-password"
				value={phrase}
				onChange={(event) => setPhrase(event.currentTarget.value)}
			/>
			<div className="nv-own-actions">
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
