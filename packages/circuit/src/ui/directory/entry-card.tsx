import { Chip, ScreenLink, useText } from '@navette/ui';
import { IconMail, IconPhone } from '@tabler/icons-react';
import type { DirectoryEntry, EntryKind } from '../../client/index.ts';
import { Avatar } from '../chats/avatar.tsx';
import { directoryTexts } from './directory-texts.ts';
import { mailHref, phoneHref } from './hrefs.ts';

interface Props {
	readonly entry: DirectoryEntry;
	readonly self: boolean;
}

const ROLES: Readonly<Record<EntryKind, string>> = {
	...{ person: 'CO', group: 'GC', groupement: 'GP', producer: 'PR' },
};

/** Whose entry it is: initials in the colour of its kind. */
export function EntryAvatar({ entry }: { readonly entry: DirectoryEntry }) {
	return <Avatar initials={entry.card.init} role={ROLES[entry.kind]} />;
}

function Reach({ entry }: { readonly entry: DirectoryEntry }) {
	const text = useText(directoryTexts);
	const { card, contact } = entry;
	const [tel] = contact.tels;
	const [mail] = contact.mails;
	return (
		<span className="di-reach">
			{tel ? (
				<a href={phoneHref(tel.num)} aria-label={`${text.call(card.nom)} (${tel.num})`}>
					<IconPhone size={20} aria-hidden />
				</a>
			) : null}
			{mail === undefined ? null : (
				<a href={mailHref(mail)} aria-label={`${text.write}, ${card.nom} (${mail})`}>
					<IconMail size={20} aria-hidden />
				</a>
			)}
		</span>
	);
}

/** One business card of the directory, with the quickest ways to reach. */
export function EntryCard({ entry, self }: Props) {
	const text = useText(directoryTexts);
	const { kind, id, card, house, shelves, left } = entry;
	const beneath = kind === 'producer' ? [house, ...shelves] : [card.lieu];
	return (
		<li className="nv-card di-card" data-left={left || undefined}>
			<EntryAvatar entry={entry} />
			<div>
				<ScreenLink to={`directory/${kind}/${id}`}>{card.nom}</ScreenLink>
				<small>{beneath.filter(Boolean).join(' · ')}</small>
				{left ? <Chip>{text.left}</Chip> : null}
				{self ? <Chip tone="ok">{text.you}</Chip> : null}
			</div>
			<Reach entry={entry} />
		</li>
	);
}
