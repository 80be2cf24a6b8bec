import { Button } from '@mantine/core';
import { Page, useText } from '@navette/ui';
import type { Profile } from '../client/index.ts';
import { Card } from './card.tsx';
import { CloseCard } from './close-card.tsx';
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
	/** Organisations whose news come to this device. */
	readonly news: readonly string[];
	/** Closes; news of these go on, those of others end. */
	onClose(newsKept: readonly string[]): void;
	/** Goes on. */
	onStay(): void;
	onErase(): void;
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

/** What this device keeps, and for how long it goes on by itself. */
export default function DeviceScreen(props: DeviceScreenProps) {
	const { kind, profile, fault } = props;
	const text = useText(deviceTexts);
	const kinds = text.kinds;
	return (
		<div className="nv-own-page">
			<Page title={text.pageTitle}>
				<p className="nv-own-lead">
					{kind === 'profile' ? kinds.profile(profile?.name ?? '') : kinds[kind]}
				</p>
				{fault ? <Warning tone="danger">{text.faults[fault]}</Warning> : null}
				<NetworkCard {...props} />
				{kind === 'profile' ? <SleepCard {...props} /> : null}
				{kind === 'profile' || kind === 'device' ? <StorageCard {...props} /> : null}
				{kind === 'none' ? null : <CloseCard {...props} kind={kind} />}
			</Page>
		</div>
	);
}
