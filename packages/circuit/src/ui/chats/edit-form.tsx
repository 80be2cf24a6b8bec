import { Button, Textarea } from '@mantine/core';
import { useText } from '@navette/ui';
import { useState } from 'react';
import { chatTexts } from './chat-texts.ts';
import { MAX_MESSAGE } from './message-length.ts';

interface Props {
	readonly text: string;
	readonly busy: boolean;
	save(text: string): void;
	close(): void;
}

/** Changes a message that still waits for a moderator. */
export function EditForm({ text: before, busy, save, close }: Props) {
	const text = useText(chatTexts);
	const [value, setValue] = useState(before);
	const over = value.trim().length - MAX_MESSAGE;
	const good = value.trim() !== '' && over <= 0;
	return (
		<form
			className="ch-refuse"
			onSubmit={(event) => {
				event.preventDefault();
				if (good) save(value.trim());
			}}
		>
			<Textarea
				autoFocus
				autosize
				minRows={2}
				maxRows={10}
				aria-label={text.write}
				value={value}
				error={over > 0 ? text.tooLong(over) : undefined}
				onChange={(event) => setValue(event.currentTarget.value)}
			/>
			<div className="ch-acts">
				<Button type="submit" size="sm" loading={busy} disabled={!good}>
					{text.save}
				</Button>
				<Button size="sm" variant="default" onClick={close}>
					{text.cancel}
				</Button>
			</div>
		</form>
	);
}
