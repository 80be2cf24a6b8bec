import { Button, Checkbox, TextInput } from '@mantine/core';
import { useText } from '@navette/ui';
import { useState } from 'react';
import type { Profile } from '../client/index.ts';
import { Card } from './card.tsx';
import { deviceTexts } from './texts.ts';
import { Warning } from './warning.tsx';

interface Props {
	readonly kind: 'anonymous' | 'device' | 'profile';
	readonly profile: Profile | undefined;
	/** changes that were not sent */
	readonly waiting: number;
	/** organisations whose news come to this device */
	readonly news: readonly string[];
	onClose(newsKept: readonly string[]): void;
	onStay(): void;
	onErase(): void;
}

function EraseProfile({
	profile,
	waiting,
	onErase,
}: Pick<Props, 'onErase' | 'waiting'> & { profile: Profile }) {
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
		<div className="nv-own-form">
			<Warning tone="danger">{text.eraseAbout(waiting)}</Warning>
			<TextInput
				label={text.eraseConfirm(profile.name)}
				autoComplete="off"
				value={typed}
				onChange={(event) => setTyped(event.currentTarget.value)}
			/>
			<div className="nv-own-actions">
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

/** What becomes of this device when one closes: sealed, nothing, or one stays; which news go on. */
export function CloseCard(props: Props) {
	const { kind, profile, news, onClose, onStay } = props;
	const text = useText(deviceTexts);
	const [ended, setEnded] = useState<readonly string[]>([]);
	const toggle = (org: string, isKept: boolean) =>
		setEnded((before) => [...before.filter((one) => one !== org), ...(isKept ? [] : [org])]);
	return (
		<Card title={text.closeHead}>
			<p className="nv-quiet">
				{kind === 'anonymous' ? text.closeAnonymousAbout : text.closeAbout}
			</p>
			{news.map((org) => (
				<Checkbox
					key={org}
					label={text.newsGoOn(org)}
					description={text.newsGoOnAbout}
					checked={!ended.includes(org)}
					onChange={(event) => toggle(org, event.currentTarget.checked)}
				/>
			))}
			<div className="nv-own-actions">
				{kind === 'device' ? null : (
					<Button
						variant="default"
						onClick={() => onClose(news.filter((org) => !ended.includes(org)))}
					>
						{text.close}
					</Button>
				)}
				<Button variant="subtle" onClick={onStay}>
					{text.stay}
				</Button>
			</div>
			{profile ? <EraseProfile {...props} profile={profile} /> : null}
		</Card>
	);
}
