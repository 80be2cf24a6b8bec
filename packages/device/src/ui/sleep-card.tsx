import { Button, PasswordInput, SegmentedControl } from '@mantine/core';
import { Chip, useText } from '@navette/ui';
import { type FormEvent, useId, useState } from 'react';
import { MIN_CODE_LENGTH } from '../client/index.ts';
import type { DeviceScreenProps } from './device-screen.tsx';
import { deviceTexts } from './texts.ts';

const MINUTES = [1, 5, 15, 60];

/** When the application falls asleep, and the code that wakes it. */
export function SleepCard({ profile, hasCode, onSleepAfter, onSleep }: DeviceScreenProps) {
	const text = useText(deviceTexts);
	const title = useId();
	const [minutes, setMinutes] = useState(profile?.sleepAfter || 15);
	const [code, setCode] = useState('');
	const [isChecked, setIsChecked] = useState(false);
	const [isBusy, setIsBusy] = useState(false);
	const isShort = [...code].length < MIN_CODE_LENGTH;
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setIsChecked(true);
		if (isShort) return;
		setIsBusy(true);
		await onSleepAfter(minutes, code);
		setIsBusy(false);
		setIsChecked(false);
		setCode('');
	};
	return (
		<section className="nv-own-card" aria-labelledby={title}>
			<h2 id={title}>{text.sleepHead}</h2>
			<p className="nv-quiet">{text.sleepAbout}</p>
			<form className="nv-own-form" onSubmit={(event) => void submit(event)} noValidate>
				<SegmentedControl
					aria-label={text.sleepAfter}
					value={String(minutes)}
					data={MINUTES.map((one) => ({ value: String(one), label: text.minutes(one) }))}
					onChange={(chosen) => setMinutes(Number(chosen))}
				/>
				<PasswordInput
					label={text.code}
					description={text.codeHelp}
					name="new-code"
					autoComplete="off"
					value={code}
					error={isChecked && isShort ? text.codeShort : undefined}
					onChange={(event) => setCode(event.currentTarget.value)}
				/>
				<div className="nv-own-actions">
					<Button type="submit" loading={isBusy}>
						{text.setSleep}
					</Button>
					{hasCode ? (
						<>
							<Button variant="default" onClick={onSleep}>
								{text.sleepNow}
							</Button>
							<Chip tone="ok">{text.sleepSet}</Chip>
						</>
					) : null}
				</div>
			</form>
		</section>
	);
}
