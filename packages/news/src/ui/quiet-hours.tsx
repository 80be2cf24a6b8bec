import { Switch, TextInput } from '@mantine/core';
import { useText } from '@navette/ui';
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
	const set = (end: keyof Quiet) => (clock: string) => {
		const minutes = fromClock(clock);
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
						<TextInput
							key={end}
							type="time"
							label={text[end]}
							value={toClock(quiet[end])}
							onChange={(event) => set(end)(event.currentTarget.value)}
						/>
					))}
				</div>
			) : null}
		</div>
	);
}
