import { Button, FileInput, PasswordInput } from '@mantine/core';
import { useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import type { FileFault } from '../client/index.ts';
import { entryTexts } from './entry-texts.ts';
import { Notice } from './notice.tsx';

interface Props {
	/** What the file is. */
	readonly label: string;
	/** Opens it and uses what it holds; answers why it does not open. */
	open(phrase: string, bytes: Uint8Array): Promise<FileFault | undefined>;
}

/** Opens a file with its phrase. */
export function OpenFromFile({ label, open }: Props) {
	const text = useText(entryTexts);
	const [file, setFile] = useState<File | null>(null);
	const [phrase, setPhrase] = useState('');
	const [isBusy, setIsBusy] = useState(false);
	const [fault, setFault] = useState<FileFault>();
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (!file || phrase === '') return;
		setIsBusy(true);
		setFault(undefined);
		setFault(await open(phrase, new Uint8Array(await file.arrayBuffer())));
		setIsBusy(false);
	};
	return (
		<form className="nv-own-form" onSubmit={(event) => void submit(event)} noValidate>
			{fault ? <Notice>{text.fileFaults[fault]}</Notice> : null}
			<FileInput label={label} accept=".nvr" value={file} onChange={setFile} />
			<PasswordInput
				label={text.filePhrase}
				autoComplete="off"
				value={phrase}
				onChange={(event) => setPhrase(event.currentTarget.value)}
			/>
			<div>
				<Button type="submit" variant="default" disabled={!file || phrase === ''} loading={isBusy}>
					{text.openFileDo}
				</Button>
			</div>
		</form>
	);
}
