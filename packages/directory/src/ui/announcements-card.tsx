import { Chip, useFormats, useSession, useText, useThread, WhenReady } from '@navette/ui';
import type { AnnouncementData } from '../model/index.ts';
import { Card } from './card.tsx';
import { sheetTexts } from './sheet-texts.ts';

const MOST = 20;
const TONES = {
	alias: 'warn',
	'mail-refused': 'warn',
	'offer-expired': 'warn',
	'pin-destroyed': 'danger',
	'pin-failed': 'warn',
	session: 'info',
} as const;

/** What the directory tells all devices of somebody; the newest first, as it comes. */
export function AnnouncementsCard({ user }: { user: string }) {
	const text = useText(sheetTexts);
	const formats = useFormats();
	const { now } = useSession();
	const view = useThread(`USER/${user}`);
	const told = [...view.documents('ANNOUNCEMENT').values()]
		.map(({ id, data }) => ({ id, ...(data as AnnouncementData) }))
		.sort((a, b) => b.at - a.at)
		.slice(0, MOST);
	return (
		<Card title={text.news} about={text.newsAbout}>
			<WhenReady view={view}>
				{told.length === 0 ? <p>{text.newsNone}</p> : null}
				<ul className="id-rows" aria-live="polite">
					{told.map(({ id, kind, label, at }) => (
						<li key={id} className="id-row">
							<div>
								<span>
									<Chip tone={TONES[kind]}>{text.announcements[kind]}</Chip>
								</span>
								<small>
									{label === '' ? '' : `${kind === 'alias' ? text.alias(label) : label} · `}
									{formats.moment(at, now())}
								</small>
							</div>
						</li>
					))}
				</ul>
			</WhenReady>
		</Card>
	);
}
