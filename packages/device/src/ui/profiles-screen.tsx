import { Page, useFormats, useText } from '@navette/ui';
import { IconDeviceLaptop, IconGhost2, IconUserCircle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Profile } from '../client/index.ts';
import { Choice } from './choice.tsx';
import './device.css';
import { type OpenRefusal, PhraseForm } from './phrase-form.tsx';
import { deviceTexts } from './texts.ts';
import { Warning } from './warning.tsx';

interface Props {
	readonly profiles: readonly Profile[];
	/** whether something is also kept without a phrase */
	readonly open: boolean;
	/** ms */
	readonly now: number;
	/** said first: why one is here again */
	readonly notice?: 'closedByCode' | undefined;
	onOpenProfile(
		id: string,
		phrases: readonly string[],
		away: boolean,
	): Promise<OpenRefusal | undefined>;
	/** Another way to open a profile, shown first where there is one. */
	shortWay?(profile: Profile, onPhrases: () => void): ReactNode;
	onOpenForAll(): void;
	onAnonymous(): void;
}

/** The profiles of this device. */
export default function ProfilesScreen(props: Props) {
	const text = useText(deviceTexts);
	const formats = useFormats();
	const [id, setId] = useState(props.profiles.length === 1 ? props.profiles[0]?.id : undefined);
	const chosen = props.profiles.find((profile) => profile.id === id);
	const [byPhrases, setByPhrases] = useState(false);
	const shortWay =
		chosen && !byPhrases ? props.shortWay?.(chosen, () => setByPhrases(true)) : undefined;
	const notice = props.notice ? <Warning>{text[props.notice]}</Warning> : null;
	if (shortWay)
		return (
			<div className="nv-own-page">
				{notice}
				{shortWay}
			</div>
		);
	if (chosen)
		return (
			<div className="nv-own-page">
				{notice}
				<PhraseForm
					key={chosen.id}
					profile={chosen}
					onOpen={(phrases, away) => props.onOpenProfile(chosen.id, phrases, away)}
					onBack={() => {
						setId(undefined);
						setByPhrases(false);
					}}
				/>
			</div>
		);
	return (
		<div className="nv-own-page">
			<Page title={text.profilesTitle}>
				{notice}
				<p className="nv-own-lead">{text.profilesLead}</p>
				<ul className="nv-own-ways">
					{props.profiles.map((profile) => (
						<Choice
							key={profile.id}
							icon={IconUserCircle}
							title={profile.name}
							about={text.made(formats.moment(profile.created, props.now))}
							onChoose={() => setId(profile.id)}
						/>
					))}
					{props.open ? (
						<Choice
							icon={IconDeviceLaptop}
							title={text.openForAll}
							about={text.openForAllAbout}
							onChoose={props.onOpenForAll}
						/>
					) : null}
					<Choice
						icon={IconGhost2}
						title={text.anonymousHere}
						about={text.anonymousHereAbout}
						onChoose={props.onAnonymous}
					/>
				</ul>
			</Page>
		</div>
	);
}
