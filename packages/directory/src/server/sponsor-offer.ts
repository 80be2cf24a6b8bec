import type { DocumentSource, OperationContext } from '@navette/engine';
import type { Key } from '@navette/model';
import { DIRECTORY_LIMITS, type SponsorData } from '../model/index.ts';

const DAY = 86_400_000;
const forgetId = (sponsorship: string): string => `sponsor.forget-${sponsorship}`;
const tellId = (sponsorship: string): string => `sponsor.tell-${sponsorship}`;

/** An offer that still waits for its answer. */
export const findWaiting = async (source: DocumentSource, sponsorship: string) => {
	const found = await source.byProperty<SponsorData>('SPONSOR', 'sponsorship', {
		...{ min: sponsorship, max: sponsorship, limit: 1 },
	});
	const [one] = found;
	return one?.data.status === 'waiting' && source.now < one.data.until ? one : undefined;
};

/** Has an offer taken away at an instant, whatever became of it. */
export const forgetOfferAt = (context: OperationContext, key: Key, at: number) =>
	context.defer({
		...{ name: 'sponsor.forget', input: key, at },
		id: forgetId(key.sponsorship ?? ''),
	});

/** Keeps the answer to an offer, unless it waits for others too; the callback hears it once this is durable. */
export const answerOffer = async (
	context: OperationContext,
	{ key, data }: { readonly key: Key; readonly data: SponsorData },
	answer: Pick<SponsorData, 'answer' | 'registered' | 'status'>,
): Promise<void> => {
	if (data.times === 'many') return;
	const answered: SponsorData = { ...data, ...answer, answered: context.now };
	await context.write('SPONSOR', key, answered);
	await forgetOfferAt(context, key, context.now + DIRECTORY_LIMITS.answeredDays * DAY);
	if (data.callback)
		await context.defer({ name: 'sponsor.tell', input: key, id: tellId(key.sponsorship ?? '') });
};
