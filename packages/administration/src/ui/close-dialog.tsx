import { Button, TextInput } from '@mantine/core';
import { Dialog, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import { upkeepTexts } from './upkeep-texts.ts';

interface Props {
	readonly org: string;
	readonly opened: boolean;
	onClose(): void;
	onConfirm(): void;
}

/** Closing is undone by the operator alone: the code of the organisation is typed first. */
export function CloseDialog({ org, opened, onClose, onConfirm }: Props) {
	const text = useText(upkeepTexts);
	const [typed, setTyped] = useState('');
	const [isWrong, setWrong] = useState(false);
	const leave = () => {
		setTyped('');
		setWrong(false);
		onClose();
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (typed.trim() !== org) return setWrong(true);
		leave();
		onConfirm();
	};
	return (
		<Dialog opened={opened} title={text.closeTitle} onClose={leave}>
			<form className="ad-form" onSubmit={submit} noValidate>
				<p>{text.closeAbout}</p>
				<TextInput
					label={text.closeCode(org)}
					value={typed}
					error={isWrong ? text.closeFault(org) : undefined}
					onChange={(event) => setTyped(event.currentTarget.value)}
					autoComplete="off"
					spellCheck={false}
					data-autofocus
				/>
				<div className="ad-buttons">
					<Button type="submit" color="red">
						{text.closeDo}
					</Button>
					<Button variant="default" onClick={leave}>
						{text.cancel}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
