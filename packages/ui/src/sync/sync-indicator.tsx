import { Popover } from '@mantine/core';
import {
	IconAlertTriangle,
	IconCircleCheck,
	IconCloudOff,
	IconCloudUp,
	IconDownload,
	IconPlugConnected,
} from '@tabler/icons-react';
import type { IconPart } from '../parts/icon-part.ts';
import { useFormats, useText } from '../preferences/preferences-context.tsx';
import { useSession } from '../session/session-context.tsx';
import { useNow } from '../session/use-now.ts';
import { useObservable } from '../session/use-observable.ts';
import { useAppUpdate } from './app-update.tsx';
import { SyncPanel } from './sync-panel.tsx';
import { SYNC_TONES, type SyncStatus, syncStatusOf } from './sync-status.ts';
import { syncTexts } from './texts.ts';

const ICONS: Readonly<Record<SyncStatus['kind'], IconPart>> = {
	'up-to-date': IconCircleCheck,
	connecting: IconPlugConnected,
	sending: IconCloudUp,
	offline: IconCloudOff,
	refused: IconAlertTriangle,
	update: IconDownload,
};

/** The word of a state, in the chosen language. */
function useWord(status: SyncStatus): string {
	const text = useText(syncTexts);
	const { age } = useFormats();
	const now = useNow();
	switch (status.kind) {
		case 'sending':
		case 'refused':
			return text[status.kind](status.count);
		case 'offline': {
			const known = status.since !== undefined && now - status.since > 60_000;
			return text.offline(known ? age(status.since ?? now, now) : '');
		}
		default:
			return text[status.kind];
	}
}

/** Where this device stands, always at the same place; opens a panel with the details. */
export function SyncIndicator() {
	const text = useText(syncTexts);
	const sync = useObservable(useSession().sync);
	const status = syncStatusOf(sync, useAppUpdate().ready);
	const word = useWord(status);
	const Icon = ICONS[status.kind];
	return (
		<Popover position="bottom-end" width={340} trapFocus returnFocus shadow="md">
			<Popover.Target>
				<button
					type="button"
					className="nv-sync"
					data-sync={status.kind}
					data-tone={SYNC_TONES[status.kind]}
				>
					<Icon size={20} aria-hidden />
					<span className="nv-hidden">{text.title} : </span>
					<span role="status">{word}</span>
				</button>
			</Popover.Target>
			<Popover.Dropdown aria-label={text.title}>
				<SyncPanel status={status} sync={sync} />
			</Popover.Dropdown>
		</Popover>
	);
}
