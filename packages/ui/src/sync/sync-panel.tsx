import { Button, Stack } from '@mantine/core';
import type { OutboxEntry, SyncState } from '@navette/client';
import { Chip } from '../parts/chip.tsx';
import { useFormats, useLanguage, useText } from '../preferences/preferences-context.tsx';
import { useSession } from '../session/session-context.tsx';
import { useNow } from '../session/use-now.ts';
import { useObservable } from '../session/use-observable.ts';
import { useAppUpdate } from './app-update.tsx';
import { outboxLabel } from './outbox-label.ts';
import type { SyncStatus } from './sync-status.ts';
import { syncTexts } from './texts.ts';

const TONES = { waiting: 'plain', sending: 'info', refused: 'danger' } as const;

function OutboxItem({ entry }: { entry: OutboxEntry }) {
	const text = useText(syncTexts);
	const language = useLanguage();
	const session = useSession();
	const label = outboxLabel(entry, language);
	return (
		<li>
			<span>{label}</span>
			<Chip tone={TONES[entry.state]}>{text.state[entry.state]}</Chip>
			{entry.error ? <p>{entry.error.sentence[language]}</p> : null}
			{entry.state === 'refused' ? (
				<Button variant="default" size="xs" onClick={() => void session.discard(entry.id)}>
					{text.discard}
				</Button>
			) : null}
		</li>
	);
}

/** What the indicator means here and now: last sync, what waits, what was refused and why. */
export function SyncPanel({ status, sync }: { status: SyncStatus; sync: SyncState }) {
	const text = useText(syncTexts);
	const language = useLanguage();
	const { moment } = useFormats();
	const now = useNow();
	const entries = useObservable(useSession().outbox);
	const update = useAppUpdate();
	const denied = status.kind === 'refused' && status.count === 0;
	return (
		<Stack gap="sm">
			<strong>{text.title}</strong>
			<span>
				{denied ? (sync.error?.sentence[language] ?? text.accessRefused) : text.about[status.kind]}
			</span>
			{sync.syncedAt === undefined ? null : (
				<span className="nv-quiet">{text.syncedAt(moment(sync.syncedAt, now))}</span>
			)}
			{entries.length === 0 ? null : (
				<ul className="nv-outbox">
					{entries.map((entry) => (
						<OutboxItem key={entry.id} entry={entry} />
					))}
				</ul>
			)}
			{update.ready ? <Button onClick={update.reload}>{text.reload}</Button> : null}
		</Stack>
	);
}
