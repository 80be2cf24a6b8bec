import { Button, FileInput, PasswordInput } from '@mantine/core';
import { useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import { type DirectoryClientDeps, openRescueFile, type RescueSheet } from '../client/index.ts';
import { entryTexts } from './entry-texts.ts';
import { Notice } from './notice.tsx';

interface Props {
	readonly deps: DirectoryClientDeps;
	onOpened(sheet: RescueSheet): void;
}

/** Opens a rescue file with its phrase. */
export function OpenRescue({ deps, onOpened }: Props) {
	const text = useText(entryTexts);
	const [file, setFile] = useState<File | null>(null);
	const [phrase, setPhrase] = useState('');
	const [state, setState] = useState<'busy' | 'wrong'>();
	const open = async (event: FormEvent) => {
		event.preventDefault();
		if (!file || phrase === '') return;
		setState('busy');
		const sheet = await openRescueFile(deps, phrase, new Uint8Array(await file.arrayBuffer()));
		setState(sheet ? undefined : 'wrong');
		if (sheet) onOpened(sheet);
	};
	return (
		<form className="id-form" onSubmit={(event) => void open(event)} noValidate>
			{state === 'wrong' ? <Notice>{text.fileWrong}</Notice> : null}
			<FileInput label={text.file} accept=".nvr" value={file} onChange={setFile} />
			<PasswordInput
				label={text.filePhrase}
				autoComplete="off"
				value={phrase}
				onChange={(event) => setPhrase(event.currentTarget.value)}
			/>
			<div>
				<Button
					type="submit"
					variant="default"
					disabled={!file || phrase === ''}
					loading={state === 'busy'}
				>
					{text.openFileDo}
				</Button>
			</div>
		</form>
	);
}
