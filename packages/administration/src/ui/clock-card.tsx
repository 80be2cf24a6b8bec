import { Button } from '@mantine/core';
import type { UpkeepReport } from '@navette/server/model';
import { useAnnounce, useFormats, useNow, useText } from '@navette/ui';
import { upkeepTexts } from './upkeep-texts.ts';

interface Props {
	readonly clock: NonNullable<UpkeepReport['clock']>;
	readonly isBusy: boolean;
	run(name: string, input: unknown): Promise<boolean>;
}

const HOUR = 3_600_000;
const STEPS = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR } as const;

/** The clock of a demonstration: forward, so that orders close and trucks leave. */
export function ClockCard({ clock, isBusy, run }: Props) {
	const text = useText(upkeepTexts);
	const { moment } = useFormats();
	const now = useNow();
	const announce = useAnnounce();
	const move = async (by: number) => {
		if (await run('org.clock', { by })) announce(text.clockMoved(moment(clock.now + by, now)));
	};
	return (
		<section className="nv-card ad-part" aria-labelledby="ad-clock">
			<h2 id="ad-clock">{text.clockTitle}</h2>
			<p>{text.clockNow(moment(clock.now, clock.now - clock.moved))}</p>
			<p className="nv-quiet">{text.clockAbout}</p>
			<div className="ad-buttons">
				{(['hour', 'day', 'week'] as const).map((step) => (
					<Button
						key={step}
						variant="default"
						disabled={isBusy}
						onClick={() => void move(STEPS[step])}
					>
						{text.clockSteps[step]}
					</Button>
				))}
			</div>
		</section>
	);
}
