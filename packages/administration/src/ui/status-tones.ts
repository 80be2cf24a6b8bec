import type { UpkeepReport } from '@navette/server/model';
import type { Tone } from '@navette/ui';

/** A status that somebody may see. */
export type ShownStatus = 'open' | 'frozen' | 'closed';

/** Nobody sees an organisation that is imported or deleted: to its people it is closed. */
export const shownStatus = (status: UpkeepReport['status']): ShownStatus =>
	status === 'open' || status === 'frozen' ? status : 'closed';

export const STATUS_TONES: Readonly<Record<ShownStatus, Tone>> = {
	open: 'ok',
	frozen: 'warn',
	closed: 'danger',
};
