import { Button } from '@mantine/core';
import { useAnnounce, useText } from '@navette/ui';
import { IconCopy } from '@tabler/icons-react';
import { invitationTexts } from './invitation-texts.ts';
import type { PhraseInvitation } from './phrase-invitation.ts';
import './invitation.css';

interface Props {
	readonly invitation: PhraseInvitation;
	done(): void;
}

/** Words to say to one person, one at a time, and where they are typed. Shown once. */
export function PhraseCard({ invitation: { lab, org, phrase }, done }: Props) {
	const text = useText(invitationTexts);
	const announce = useAnnounce();
	const copy = async () => {
		await navigator.clipboard.writeText(text.phraseBody(location.origin, org, phrase));
		announce(text.phraseCopied);
	};
	return (
		<section className="ci-invitation" aria-label={text.phraseTitle(lab)}>
			<h3>{text.phraseTitle(lab)}</h3>
			<p>{text.phraseAbout}</p>
			<ol className="ci-words" aria-label={text.words}>
				{phrase.split(' ').map((word, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: two words of a phrase may be the same
					<li key={`${at} ${word}`} translate="no">
						{word}
					</li>
				))}
			</ol>
			<dl className="ci-where">
				<div>
					<dt>{text.where}</dt>
					<dd>{location.host}</dd>
				</div>
				<div>
					<dt>{text.whereUnder}</dt>
					<dd>{text.whereForm}</dd>
				</div>
				<div>
					<dt>{text.orgCode}</dt>
					<dd translate="no">{org}</dd>
				</div>
			</dl>
			<div className="ci-invitation-ways">
				<Button leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy()}>
					{text.copyPhrase}
				</Button>
				<Button variant="subtle" onClick={done}>
					{text.said}
				</Button>
			</div>
		</section>
	);
}
