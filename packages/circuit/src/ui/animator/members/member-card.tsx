import { Button, Checkbox } from '@mantine/core';
import { Chip, type Tone, useText } from '@navette/ui';
import type { Member } from '../../../client/index.ts';
import { membersTexts } from './members-texts.ts';

interface Props {
	readonly member: Member;
	readonly isMain: boolean;
	readonly isChosen: boolean;
	/** His sheet is open. */
	readonly isOpen: boolean;
	choose(): void;
	openStatus(): void;
	giveAccess(): void;
	openSheet(): void;
}

const TONES: Readonly<Record<number, Tone>> = { 0: 'ok', 1: 'warn', 2: 'danger', 9: 'plain' };

function Reach({ member: { contact } }: Pick<Props, 'member'>) {
	const text = useText(membersTexts);
	if (contact.tels.length + contact.mails.length === 0)
		return <span className="nv-quiet">{text.notSaid}</span>;
	return (
		<span className="cm-reach">
			{contact.tels.map(({ num }) => (
				<a key={num} href={`tel:${num.replaceAll(/[^+\d]/g, '')}`}>
					{num}
				</a>
			))}
			{contact.mails.map((mail) => (
				<a key={mail} href={`mailto:${mail}`}>
					{mail}
				</a>
			))}
		</span>
	);
}

/** One member: who, how to reach him, what he may do, and the keys of a main animator. */
export function MemberCard(props: Props) {
	const { member, isMain, isChosen, isOpen, choose, openStatus, giveAccess, openSheet } = props;
	const text = useText(membersTexts);
	const { card, status, co } = member;
	const known = text.statuses[status as 0 | 1 | 2 | 9];
	return (
		<li
			className="nv-card cm-member"
			data-co={co}
			data-chosen={isChosen || undefined}
			data-open={isOpen || undefined}
		>
			{isMain ? (
				<Checkbox
					size="md"
					aria-label={text.select(card.nom)}
					checked={isChosen}
					onChange={choose}
				/>
			) : null}
			<div>
				<h2>
					{card.nom} <small className="nv-quiet">{card.init}</small>
				</h2>
				<Reach member={member} />
			</div>
			<Chip tone={TONES[status] ?? 'plain'}>{known}</Chip>
			{isMain ? (
				<div className="cm-keys">
					<Button variant="subtle" aria-label={text.statusOf(card.nom)} onClick={openStatus}>
						{text.status}
					</Button>
					<Button variant="subtle" aria-label={text.accessOf(card.nom)} onClick={giveAccess}>
						{text.access}
					</Button>
					<Button variant="subtle" aria-label={text.sheetOf(card.nom)} onClick={openSheet}>
						{text.sheet}
					</Button>
				</div>
			) : null}
		</li>
	);
}
