import { Button, PasswordInput } from '@mantine/core';
import { Page, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import type { Profile } from '../client/index.ts';
import './device.css';
import { deviceTexts } from './texts.ts';
import { Warning } from './warning.tsx';

interface Props {
	readonly profile: Profile;
	/** `false`: not this code, one try is left. A second failure closes. */
	onWake(code: string): Promise<boolean>;
	onClose(): void;
}

/** Asleep: nothing of what was on the screen is here, nor in memory. */
export default function AsleepScreen({ profile, onWake, onClose }: Props) {
	const text = useText(deviceTexts);
	const [code, setCode] = useState('');
	const [isBusy, setIsBusy] = useState(false);
	const [isWrong, setIsWrong] = useState(false);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (code === '' || isBusy) return;
		setIsBusy(true);
		const isAwake = await onWake(code);
		setIsBusy(false);
		setIsWrong(!isAwake);
		setCode('');
	};
	return (
		<div className="nv-own-page">
			<Page title={text.asleepTitle(profile.name)}>
				<p className="nv-own-lead">{text.asleepLead}</p>
				<form className="nv-own-form" onSubmit={(event) => void submit(event)} noValidate>
					{isWrong ? <Warning tone="danger">{text.wrongCode}</Warning> : null}
					<PasswordInput
						label={text.code}
						name="code"
						autoComplete="off"
						size="md"
						value={code}
						onChange={(event) => setCode(event.currentTarget.value)}
					/>
					<div className="nv-own-actions">
						<Button type="submit" size="md" loading={isBusy} disabled={code === ''}>
							{text.wake}
						</Button>
						<Button variant="subtle" onClick={onClose}>
							{text.closeInstead}
						</Button>
					</div>
				</form>
			</Page>
		</div>
	);
}
