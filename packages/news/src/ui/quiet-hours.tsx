import { Switch } from '@mantine/core';
import { MomentField, useText } from '@navette/ui';
import { useState } from 'react';
import type { NewsBook } from '../client/index.ts';
import { newsTexts } from './texts.ts';

type Quiet = NonNullable<NewsBook['quiet']>;

const NIGHT: Quiet = { from: 21 * 60, to: 8 * 60 };

const toClock = (minutes: number): string =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const fromClock = (clock: string): number | undefined => {
	const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(clock) ?? [];
	return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
};

interface Props {
	readonly quiet: Quiet | undefined;
	onChange(quiet: Quiet | undefined): void;
}

/** The hours in which nothing rings. */
export function QuietHours({ quiet, onChange }: Props) {
	const text = useText(newsTexts);
	/** What was typed and is no time: kept in its field until it is one. */
	const [unread, setUnread] = useState<Readonly<Partial<Record<keyof Quiet, string | undefined>>>>(
		{},
	);
	const set = (end: keyof Quiet) => (clock: string) => {
		const minutes = fromClock(clock);
		setUnread((before) => ({ ...before, [end]: minutes === undefined ? clock : undefined }));
		if (quiet && minutes !== undefined) onChange({ ...quiet, [end]: minutes });
	};
	return (
		<div className="news-quiet">
			<Switch
				label={text.quiet}
				description={text.quietNote}
				checked={quiet !== undefined}
				onChange={(event) => onChange(event.currentTarget.checked ? NIGHT : undefined)}
			/>
			{quiet ? (
				<div className="news-hours">
					{(['from', 'to'] as const).map((end) => (
						<MomentField
							key={end}
							kind="time"
							label={text[end]}
							value={unread[end] ?? toClock(quiet[end])}
							change={set(end)}
						/>
					))}
				</div>
			) : null}
		</div>
	);
}
