import { IconClock, IconPlaneTilt } from '@tabler/icons-react';
import { useFormats, useText } from '../preferences/preferences-context.tsx';
import { useSession } from '../session/session-context.tsx';
import { useNow } from '../session/use-now.ts';
import { useObservable } from '../session/use-observable.ts';
import { partTexts } from './texts.ts';

interface Props {
	/** last time the data was in step (thread), ms of organisation time */
	readonly syncedAt?: number | undefined;
	/** when a report was computed, ms of organisation time */
	readonly asOf?: number | undefined;
}

/** How old what is shown is: "synced 3 min ago", "plane mode, 2 h". On every screen. */
export function DataAge({ syncedAt, asOf }: Props) {
	const text = useText(partTexts);
	const { age, moment } = useFormats();
	const now = useNow();
	const offline = useObservable(useSession().sync).kind === 'offline';
	const at = syncedAt ?? asOf;
	const fresh = at !== undefined && now - at < 30_000;
	const words = () => {
		if (at === undefined) return text.never;
		if (offline) return fresh ? text.planeNow : text.plane(age(at, now));
		if (syncedAt === undefined) return text.asOf(moment(at, now));
		return fresh ? text.syncedNow : text.synced(age(at, now));
	};
	return (
		<span className="nv-age">
			{offline ? <IconPlaneTilt size={16} aria-hidden /> : <IconClock size={16} aria-hidden />}
			{words()}
		</span>
	);
}
