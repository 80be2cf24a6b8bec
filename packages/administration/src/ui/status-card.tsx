import { Button } from '@mantine/core';
import type { UpkeepReport } from '@navette/server/model';
import { Chip, useAnnounce, useText } from '@navette/ui';
import { useState } from 'react';
import { CloseDialog } from './close-dialog.tsx';
import { STATUS_TONES, shownStatus } from './status-tones.ts';
import { upkeepTexts } from './upkeep-texts.ts';

interface Props {
	readonly report: Pick<UpkeepReport, 'org' | 'status'>;
	readonly isBusy: boolean;
	run(name: string, input: unknown): Promise<boolean>;
}

/** What may be done in the organisation, and how to change it. */
export function StatusCard({ report, isBusy, run }: Props) {
	const text = useText(upkeepTexts);
	const announce = useAnnounce();
	const [closing, setClosing] = useState(false);
	const status = shownStatus(report.status);
	const set = async (next: 'open' | 'frozen') => {
		if (await run('org.status', { status: next })) announce(text.statusSet[next]);
	};
	return (
		<section className="nv-card ad-part" aria-labelledby="ad-status">
			<div className="ad-head">
				<h2 id="ad-status">{text.statusTitle}</h2>
				<Chip tone={STATUS_TONES[status]}>{text.status[status]}</Chip>
			</div>
			<p className="nv-quiet">{text.statusAbout[status]}</p>
			<div className="ad-buttons">
				{status === 'frozen' ? (
					<Button disabled={isBusy} onClick={() => void set('open')}>
						{text.unfreeze}
					</Button>
				) : (
					<Button variant="default" disabled={isBusy} onClick={() => void set('frozen')}>
						{text.freeze}
					</Button>
				)}
				<Button variant="default" disabled={isBusy} onClick={() => setClosing(true)}>
					{text.close}
				</Button>
			</div>
			<CloseDialog
				org={report.org}
				opened={closing}
				onClose={() => setClosing(false)}
				onConfirm={() => void run('org.status', { status: 'closed' })}
			/>
		</section>
	);
}
