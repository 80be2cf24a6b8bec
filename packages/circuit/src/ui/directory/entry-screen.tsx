import {
	Chip,
	DataAge,
	EmptyState,
	Page,
	ScreenLink,
	type ScreenProps,
	useText,
	WhenReady,
} from '@navette/ui';
import { IconChevronLeft, IconEyeOff, IconUserOff } from '@tabler/icons-react';
import { type DirectoryEntry, isReachableBy } from '../../client/index.ts';
import { Thumbnail } from '../parts/photo/thumbnail.tsx';
import { usePhotos } from '../parts/photo/use-photos.ts';
import { ContactList } from './contact-list.tsx';
import { directoryTexts } from './directory-texts.ts';
import { EntryAvatar } from './entry-card.tsx';
import { useDirectory } from './use-directory.ts';
import '../chats/chats.css';
import './directory.css';

/** The photo of a producer, else the initials of anybody. */
function Portrait({ entry }: { readonly entry: DirectoryEntry }) {
	const [gp, pr = ''] = entry.kind === 'producer' ? entry.id.split('.') : [];
	const photo = usePhotos(gp).get(pr);
	return photo ? <Thumbnail photo={photo} name={entry.card.nom} /> : <EntryAvatar entry={entry} />;
}

function Body({ entry }: { readonly entry: DirectoryEntry }) {
	const text = useText(directoryTexts);
	const { kind, card, contact, house, shelves, initials, left } = entry;
	return (
		<div className="nv-card di-entry">
			<header>
				<Portrait entry={entry} />
				<p>
					{[house, card.lieu].filter(Boolean).join(' · ')}
					{left ? <Chip>{text.left}</Chip> : null}
				</p>
			</header>
			{card.tx === undefined ? null : <p>{card.tx}</p>}
			{shelves.length === 0 ? null : (
				<p>
					<b>{text.shelves}</b> {shelves.join(', ')}
				</p>
			)}
			{isReachableBy(contact) ? (
				<ContactList contact={contact} />
			) : (
				<p className="di-hidden">
					<IconEyeOff size={20} aria-hidden />
					<span>
						<b>{text.noContactTitle}</b>
						{text.noContact[kind]}
					</span>
				</p>
			)}
			{initials.length === 0 ? null : (
				<section aria-label={text.people}>
					<h2>{text.people}</h2>
					<p className="nv-quiet">{text.peopleCount(initials.length)}</p>
					<p>{initials.join(' · ')}</p>
				</section>
			)}
		</div>
	);
}

/** C9, one entry: the card, and every way to reach that this reader may see. */
export default function EntryScreen({ role, params }: ScreenProps) {
	const text = useText(directoryTexts);
	const { missing, entries, syncedAt } = useDirectory(role);
	const { kind = '', id = '' } = params;
	const entry = entries.find((one) => one.kind === kind && one.id === id);
	return (
		<div className="di-screen">
			<ScreenLink className="ch-back" to="directory">
				<IconChevronLeft size={18} aria-hidden />
				{text.back}
			</ScreenLink>
			<Page title={entry?.card.nom ?? text.title} aside={<DataAge syncedAt={syncedAt} />}>
				<WhenReady view={missing}>
					{entry ? (
						<Body entry={entry} />
					) : (
						<EmptyState icon={IconUserOff} title={text.unknownTitle}>
							{text.unknown}
						</EmptyState>
					)}
				</WhenReady>
			</Page>
		</div>
	);
}
