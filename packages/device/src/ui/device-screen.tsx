import { Button, TextInput } from '@mantine/core';
import { Page, useText } from '@navette/ui';
import { type ReactNode, useState } from 'react';
import type { Profile } from '../client/index.ts';
import './device.css';
import { SleepCard } from './sleep-card.tsx';
import { type Room, StorageCard } from './storage-card.tsx';
import { deviceTexts } from './texts.ts';
import { Warning } from './warning.tsx';

export interface DeviceScreenProps {
	readonly kind: 'profile' | 'device' | 'anonymous' | 'none';
	readonly profile: Profile | undefined;
	/** why this device does not keep what it is given */
	readonly fault: 'full' | 'gone' | 'damaged' | undefined;
	/** plane mode */
	readonly away: boolean;
	/** changes that were not sent */
	readonly waiting: number;
	readonly hasCode: boolean;
	room(): Promise<Room>;
	askToKeep(): Promise<boolean>;
	onAway(away: boolean): void;
	onSleepAfter(minutes: number, code: string): Promise<void>;
	onSleep(): void;
	onClose(): void;
	onErase(): void;
}

function Card({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section className="dv-card">
			<h2>{title}</h2>
			{children}
		</section>
	);
}

function NetworkCard({ away, waiting, onAway }: DeviceScreenProps) {
	const text = useText(deviceTexts);
	return (
		<Card title={text.network}>
			<p role="status">
				<strong>{away ? text.planeOn : text.planeOff}</strong>
			</p>
			{away ? <p className="nv-quiet">{text.planeOnAbout(waiting)}</p> : null}
			<Button variant={away ? 'filled' : 'default'} onClick={() => onAway(!away)}>
				{away ? text.trust : text.goPlane}
			</Button>
		</Card>
	);
}

function EraseProfile({ profile, waiting, onErase }: DeviceScreenProps & { profile: Profile }) {
	const text = useText(deviceTexts);
	const [isAsked, setIsAsked] = useState(false);
	const [typed, setTyped] = useState('');
	if (!isAsked)
		return (
			<Button variant="subtle" color="red" onClick={() => setIsAsked(true)}>
				{text.erase}
			</Button>
		);
	return (
		<div className="dv-form">
			<Warning tone="danger">{text.eraseAbout(waiting)}</Warning>
			<TextInput
				label={text.eraseConfirm(profile.name)}
				autoComplete="off"
				value={typed}
				onChange={(event) => setTyped(event.currentTarget.value)}
			/>
			<div className="dv-actions">
				<Button color="red" disabled={typed.trim() !== profile.name} onClick={onErase}>
					{text.erase}
				</Button>
				<Button variant="subtle" onClick={() => setIsAsked(false)}>
					{text.cancel}
				</Button>
			</div>
		</div>
	);
}

/** What this device keeps, and for how long it goes on by itself. */
export default function DeviceScreen(props: DeviceScreenProps) {
	const { kind, profile, fault } = props;
	const text = useText(deviceTexts);
	const kinds = text.kinds;
	return (
		<div className="dv-page">
			<Page title={text.pageTitle}>
				<p className="dv-lead">
					{kind === 'profile' ? kinds.profile(profile?.name ?? '') : kinds[kind]}
				</p>
				{fault ? <Warning tone="danger">{text.faults[fault]}</Warning> : null}
				<NetworkCard {...props} />
				{kind === 'profile' ? <SleepCard {...props} /> : null}
				{kind === 'profile' || kind === 'device' ? <StorageCard {...props} /> : null}
				{kind === 'none' ? null : (
					<Card title={text.closeHead}>
						<p className="nv-quiet">
							{kind === 'anonymous' ? text.closeAnonymousAbout : text.closeAbout}
						</p>
						{kind === 'device' ? null : (
							<Button variant="default" onClick={props.onClose}>
								{text.close}
							</Button>
						)}
						{profile ? <EraseProfile {...props} profile={profile} /> : null}
					</Card>
				)}
			</Page>
		</div>
	);
}
