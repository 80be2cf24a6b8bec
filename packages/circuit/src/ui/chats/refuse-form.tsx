import { Button, TextInput } from '@mantine/core';
import { useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import { chatTexts } from './chat-texts.ts';

interface Props {
	readonly busy: boolean;
	refuse(reason: string): void;
	close(): void;
}

const MAX_REASON = 300;

/** A refusal says why: its author may write again. */
export function RefuseForm({ busy, refuse, close }: Props) {
	const text = useText(chatTexts);
	const [reason, setReason] = useState('');
	const [asked, setAsked] = useState(false);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setAsked(true);
		if (reason.trim() !== '') refuse(reason.trim());
	};
	return (
		<form className="ch-refuse" onSubmit={submit} noValidate>
			<TextInput
				autoFocus
				label={text.refuseReason}
				description={text.refuseHint}
				value={reason}
				maxLength={MAX_REASON}
				required
				error={asked && reason.trim() === '' ? text.reasonNeeded : undefined}
				onChange={(event) => setReason(event.currentTarget.value)}
			/>
			<div className="ch-acts">
				<Button type="submit" size="sm" loading={busy}>
					{text.refuseYes}
				</Button>
				<Button size="sm" variant="default" onClick={close}>
					{text.cancel}
				</Button>
			</div>
		</form>
	);
}
