import { Button, PasswordInput } from '@mantine/core';
import { defineMessages, Page, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import {
	type DirectoryClientDeps,
	type Fault,
	type Identity,
	type PinProfile,
	type PinTry,
	type SheetHead,
	tryPin,
} from '../client/index.ts';
import './directory.css';
import { FaultNotice } from './fault-notice.tsx';

const pinTexts = defineMessages({
	fr: {
		title: (name: string) => `Le code de ${name}`,
		lead: 'Il est vérifié avec l’annuaire : il faut le réseau. Sans réseau, vos phrases ouvrent.',
		code: 'Code',
		open: 'Ouvrir',
		again: 'Renvoyer ce même essai',
		againAbout: 'Le renvoyer ne compte pas un essai de plus.',
		phrases: 'Ouvrir par mes phrases',
	},
	en: {
		title: (name) => `The code of ${name}`,
		lead: 'It is checked with the directory: it needs the network. Without it, your phrases open.',
		code: 'Code',
		open: 'Open',
		again: 'Send this same try again',
		againAbout: 'Sending it again counts no other try.',
		phrases: 'Open by my phrases',
	},
});

export interface PinScreenProps {
	readonly deps: DirectoryClientDeps;
	/** name of the profile */
	readonly name: string;
	readonly kept: PinProfile;
	/** the last sheet that this device saw */
	readonly known: SheetHead | undefined;
	/** a wrong code was tried before: said at once */
	readonly hasFailed: boolean;
	onEntered(identity: Identity): Promise<void>;
	/** A wrong code; `left` tries stay. 0: the code is to be forgotten. */
	onFailed(left: number): void;
	onPhrases(): void;
}

const isDestroyed = (fault: Fault | undefined): boolean =>
	(fault?.kind === 'wrong-pin' && fault.left === 0) ||
	(fault?.kind === 'refused' && fault.code === 'E-PIN');

/** Opens a profile by its code. A connection that is lost is no wrong code: the same try is sent again. */
export default function PinScreen(props: PinScreenProps) {
	const { deps, name, kept, known, hasFailed, onEntered, onFailed, onPhrases } = props;
	const text = useText(pinTexts);
	const [pin, setPin] = useState('');
	const [pending, setPending] = useState<PinTry>();
	const [fault, setFault] = useState<Fault | undefined>(
		hasFailed ? { kind: 'wrong-pin', left: 1 } : undefined,
	);
	const [isBusy, setIsBusy] = useState(false);
	const send = async (tried: PinTry) => {
		setIsBusy(true);
		const entered = await tried.send(known);
		setIsBusy(false);
		if (entered.ok) return onEntered(entered.value);
		const { error } = entered;
		setFault(error);
		setPending(error.kind === 'offline' ? tried : undefined);
		if (error.kind === 'wrong-pin') onFailed(error.left);
		else if (isDestroyed(error)) onFailed(0);
		if (error.kind !== 'offline') setPin('');
	};
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (pin !== '' && !isBusy) await send(pending ?? (await tryPin(deps, kept, pin)));
	};
	const isOver = isDestroyed(fault);
	return (
		<div className="nv-own-page">
			<Page title={text.title(name)}>
				<p className="nv-own-lead">{text.lead}</p>
				<FaultNotice fault={fault} />
				<form className="nv-own-form" onSubmit={(event) => void submit(event)} noValidate>
					{isOver ? null : (
						<PasswordInput
							label={text.code}
							name="code"
							autoComplete="current-password"
							size="md"
							disabled={pending !== undefined}
							value={pin}
							onChange={(event) => setPin(event.currentTarget.value)}
						/>
					)}
					{pending ? <p className="nv-quiet">{text.againAbout}</p> : null}
					<div className="nv-own-actions">
						{isOver ? null : (
							<Button type="submit" size="md" loading={isBusy} disabled={pin === ''}>
								{pending ? text.again : text.open}
							</Button>
						)}
						<Button variant={isOver ? 'filled' : 'subtle'} onClick={onPhrases}>
							{text.phrases}
						</Button>
					</div>
				</form>
			</Page>
		</div>
	);
}
