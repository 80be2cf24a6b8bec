import { Button, Textarea } from '@mantine/core';
import { err, ok, type Result } from '@navette/core';
import { Page, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import {
	type AliasPhrases,
	type DirectoryClientDeps,
	type Fault,
	type Identity,
	type LookedAtOffer,
	login,
	register,
	type SponsorSecret,
} from '../client/index.ts';
import { type DeviceAnswer, DeviceFields, isAnswered } from './device-fields.tsx';
import './directory.css';
import { entryTexts } from './entry-texts.ts';
import { FaultNotice } from './fault-notice.tsx';
import { LoginStep } from './login-step.tsx';
import { DeclineStep, OfferStep } from './offer-card.tsx';
import { PairStep } from './pair-step.tsx';
import { RescueStep } from './rescue-step.tsx';
import { noteSecondAlias, SecondSteps } from './second-steps.tsx';
import { ToldStep } from './told-step.tsx';

/** Somebody entered: who, by which phrases, on what device. */
export interface EntryDone {
	readonly identity: Identity;
	readonly phrases: AliasPhrases;
	readonly device: DeviceAnswer;
	/** an access right that came with the offer */
	readonly offered: LookedAtOffer['right'];
}

export interface EntryScreenProps {
	readonly deps: DirectoryClientDeps;
	/** the offer that led here */
	readonly offer: SponsorSecret | undefined;
	/** where the application is */
	readonly address: string;
	readonly deviceName: string;
	/** something is open here already */
	readonly isSettled: boolean;
	onEntered(done: EntryDone): Promise<void>;
	onLeave(): void;
}

interface LastProps {
	readonly deviceName: string;
	readonly isSettled: boolean;
	onDone(thanks: string, device: DeviceAnswer): Promise<Fault | undefined>;
	onBack(): void;
}

/** The last step of a registration: whose the device is, and a word to the sponsor. */
function LastStep({ deviceName, isSettled, onDone, onBack }: LastProps) {
	const text = useText(entryTexts);
	const [device, setDevice] = useState<DeviceAnswer>({
		...{ kind: 'personal', name: '', label: deviceName, code: '' },
	});
	const [thanks, setThanks] = useState('');
	const [isChecked, setIsChecked] = useState(false);
	const [isBusy, setIsBusy] = useState(false);
	const [fault, setFault] = useState<Fault>();
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setIsChecked(true);
		if (isBusy || !isAnswered(device, isSettled)) return;
		setIsBusy(true);
		const refused = await onDone(thanks, device);
		setIsBusy(false);
		setFault(refused);
	};
	return (
		<Page title={text.settleTitle}>
			<p className="nv-own-lead">{text.settleLead}</p>
			<FaultNotice fault={fault} />
			<form className="nv-own-form" onSubmit={(event) => void submit(event)} noValidate>
				<DeviceFields {...{ isSettled, isChecked, value: device, onChange: setDevice }} />
				<Textarea
					label={text.thanks}
					description={text.thanksHelp}
					maxLength={500}
					value={thanks}
					onChange={(event) => setThanks(event.currentTarget.value)}
				/>
				<p role="status">{isBusy ? text.busy : ''}</p>
				<div className="nv-own-actions">
					<Button type="submit" size="md" loading={isBusy}>
						{text.register}
					</Button>
					<Button variant="subtle" onClick={onBack}>
						{text.back}
					</Button>
				</div>
			</form>
		</Page>
	);
}

/** `second…`: the same for another pair, that may be left for later. */
type Step =
	| ('offer' | 'decline' | 'pair' | 'rescue' | 'last' | 'login' | 'told')
	| ('second' | 'second-pair' | 'second-rescue');

/** From an offer, or from nothing, to somebody who entered. */
export default function EntryScreen(props: EntryScreenProps) {
	const { deps, address, deviceName, isSettled, onEntered, onLeave } = props;
	const text = useText(entryTexts);
	const [offer, setOffer] = useState(props.offer);
	const [step, setStep] = useState<Step>(offer ? 'offer' : 'login');
	const [offered, setOffered] = useState<LookedAtOffer['right']>();
	const [pair, setPair] = useState<AliasPhrases>({ first: '', second: '' });
	const [second, setSecond] = useState<AliasPhrases>();
	const [made] = useState(() => deps.clock.now());
	const enter = async (
		phrases: AliasPhrases,
		device: DeviceAnswer,
		accepted?: SponsorSecret,
	): Promise<Fault | undefined> => {
		const { kind, label } = device;
		const entered: Result<Identity, Fault> = await login(deps, { phrases, label, kind });
		if (!entered.ok) return entered.error;
		const told = accepted ? await entered.value.acceptOffer(accepted, '') : ok(null);
		if (!told.ok) {
			await entered.value.close();
			return told.error;
		}
		if (second && accepted === undefined) await noteSecondAlias(entered.value);
		await onEntered({ identity: entered.value, phrases, device, offered });
		return undefined;
	};
	const create = async (thanks: string, device: DeviceAnswer) => {
		const registered = offer
			? await register(deps, { secret: offer, aliases: second ? [pair, second] : [pair], thanks })
			: err({ kind: 'refused', code: 'E-SPONSOR' } as const);
		return registered.ok ? enter(pair, device) : registered.error;
	};
	const first = offer ? () => setStep('offer') : onLeave;
	const accept = (next: Step) => (right: LookedAtOffer['right']) => {
		setOffered(right);
		setStep(next);
	};
	const content = () => {
		if (step === 'offer' && offer)
			return (
				<OfferStep
					{...{ deps, secret: offer, onLeave }}
					onNew={accept('pair')}
					onOwn={accept('login')}
					onDecline={() => setStep('decline')}
				/>
			);
		if (step === 'decline' && offer)
			return <DeclineStep {...{ deps, secret: offer, onLeave, onBack: first }} />;
		if (step === 'pair')
			return (
				<Page title={text.phrasesTitle}>
					<p className="nv-own-lead">{text.phrasesLead}</p>
					<PairStep
						random={deps.random}
						doIt={text.next}
						onBack={first}
						onChosen={(chosen) => {
							setPair(chosen);
							setStep('rescue');
						}}
					/>
				</Page>
			);
		if (step === 'rescue')
			return (
				<RescueStep
					deps={deps}
					sheet={{ ...pair, address, made }}
					onKept={() => setStep('second')}
					onBack={() => setStep('pair')}
				/>
			);
		if (step === 'second' || step === 'second-pair' || step === 'second-rescue')
			return (
				<SecondSteps
					{...{ deps, step, address, made, second }}
					onStep={setStep}
					onSecond={setSecond}
				/>
			);
		if (step === 'last')
			return (
				<LastStep {...{ deviceName, isSettled, onDone: create, onBack: () => setStep('second') }} />
			);
		if (step === 'told')
			return (
				<ToldStep
					onBack={() => setStep('login')}
					onTold={(secret) => {
						setOffer(secret);
						setStep('offer');
					}}
				/>
			);
		return (
			<LoginStep
				{...{ deps, deviceName, isSettled, onBack: first }}
				onEnter={(phrases, device) => enter(phrases, device, offer)}
				onTold={offer ? undefined : () => setStep('told')}
			/>
		);
	};
	return (
		<div className="nv-own-page" key={step}>
			{content()}
		</div>
	);
}
