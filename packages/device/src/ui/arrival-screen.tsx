import type { Random } from '@navette/core';
import { useState } from 'react';
import { DeviceChoice } from './device-choice.tsx';
import './device.css';
import { type Named, NameStep } from './name-step.tsx';
import { RescueStep } from './rescue-step.tsx';
import { SecretStep } from './secret-step.tsx';

interface Props {
	/** what one is about to enter */
	readonly org: string;
	readonly random: Random;
	readonly address: string;
	/** ms */
	readonly now: number;
	/** Makes the profile; `false` when the device could not keep it. */
	onProfile(made: Named & { readonly phrase: string }): Promise<boolean>;
	/** Makes an identity by this very link; absent where it cannot. */
	readonly onIdentity?: (() => void) | undefined;
	onOpen(): void;
	onAnonymous(): void;
	onCancel(): void;
}

type Step = 'choice' | 'name' | 'secret' | 'rescue';

/** From a link to a device that is ready: whose it is, then a name, a secret, a sheet. */
export default function ArrivalScreen(props: Props) {
	const [step, setStep] = useState<Step>('choice');
	const [named, setNamed] = useState<Named>({ name: '', strict: false });
	const [phrase, setPhrase] = useState('');
	const [isBusy, setIsBusy] = useState(false);
	const [refused, setRefused] = useState(false);
	const create = async () => {
		setIsBusy(true);
		const isKept = await props.onProfile({ ...named, phrase });
		setIsBusy(false);
		setRefused(!isKept);
	};
	const screens: Readonly<Record<Step, () => React.ReactNode>> = {
		choice: () => <DeviceChoice {...props} onMine={() => setStep('name')} />,
		name: () => (
			<NameStep
				onBack={() => setStep('choice')}
				onNamed={(chosen) => {
					setNamed(chosen);
					setStep('secret');
				}}
			/>
		),
		secret: () => (
			<SecretStep
				random={props.random}
				onBack={() => setStep('name')}
				onChosen={(chosen) => {
					setPhrase(chosen);
					setStep('rescue');
				}}
			/>
		),
		rescue: () => (
			<RescueStep
				name={named.name}
				{...{ phrase, isBusy, refused, address: props.address, now: props.now }}
				onBack={() => setStep('secret')}
				onKept={() => void create()}
			/>
		),
	};
	return (
		<div className="nv-own-page" key={step}>
			{screens[step]()}
		</div>
	);
}
