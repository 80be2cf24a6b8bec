import { Button, PasswordInput } from '@mantine/core';
import { Chip, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import type { Fault } from '../client/index.ts';
import { Card } from './card.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { sheetTexts } from './sheet-texts.ts';

const MIN_PIN = 8;

interface Props {
	/** `none`: no profile is kept here, so that no code can be set */
	readonly state: 'none' | 'unset' | 'set';
	onSet(pin: string): Promise<Fault | undefined>;
}

/** A code for the profile kept here, checked with the directory. */
export function PinCard({ state, onSet }: Props) {
	const text = useText(sheetTexts);
	const [pin, setPin] = useState('');
	const [isBusy, setIsBusy] = useState(false);
	const [fault, setFault] = useState<Fault>();
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (pin.length < MIN_PIN) return;
		setIsBusy(true);
		setFault(await onSet(pin));
		setIsBusy(false);
		setPin('');
	};
	if (state === 'none')
		return (
			<Card title={text.pin} about={text.pinAbout}>
				<p>{text.pinNoProfile}</p>
			</Card>
		);
	return (
		<Card title={text.pin} about={text.pinAbout}>
			<FaultNotice fault={fault} />
			<p role="status">{state === 'set' ? <Chip tone="ok">{text.pinIsSet}</Chip> : null}</p>
			<form className="nv-own-form nv-no-print" onSubmit={(event) => void submit(event)}>
				<PasswordInput
					label={text.pinField}
					description={text.pinShort}
					autoComplete="new-password"
					value={pin}
					onChange={(event) => setPin(event.currentTarget.value)}
				/>
				<div>
					<Button type="submit" variant="default" disabled={pin.length < MIN_PIN} loading={isBusy}>
						{text.pinSet}
					</Button>
				</div>
			</form>
		</Card>
	);
}
