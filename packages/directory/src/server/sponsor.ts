import { err, failure, ok } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import {
	anybody,
	defineOperation,
	defineReport,
	done,
	isAdministrator,
	type OperationDefinition,
	type ReportDefinition,
} from '@navette/server';
import {
	acceptValues,
	SponsorCreate,
	type SponsorData,
	SponsorDecline,
	SponsorLook,
} from '../model/index.ts';
import { userOf } from './own-user.ts';
import { isSignedBy } from './proof.ts';

const DAY = 86_400_000;
const ID = 'A'.repeat(22);
const KEY = 'A'.repeat(43);

/** An offer that still waits for its answer. */
export const findWaiting = async (source: DocumentSource, sponsorship: string) => {
	const found = await source.byProperty<SponsorData>('SPONSOR', 'sponsorship', {
		...{ min: sponsorship, max: sponsorship, limit: 1 },
	});
	const [one] = found;
	return one?.data.status === 'waiting' && source.now < one.data.until ? one : undefined;
};

const create = defineOperation({
	name: 'sponsor.create',
	about: 'Offers somebody to register; the secret of the offer never comes here.',
	input: SponsorCreate,
	example: { sponsorship: ID, acceptKey: KEY, welcome: 'AAAA', days: 7 },
	who: (account) =>
		userOf(account) !== undefined || isAdministrator(account) ? undefined : failure('E-RIGHT'),
	async handler(context, { sponsorship, acceptKey, welcome, days }) {
		const until = context.now + days * DAY;
		const offer: SponsorData = { acceptKey, welcome, until, status: 'waiting' };
		await context.write('SPONSOR', { user: context.account.id, sponsorship }, offer);
		return ok({ until });
	},
});

const decline = defineOperation({
	name: 'sponsor.decline',
	about: 'Declines an offer to register, with a reason; signed by the key of its secret.',
	input: SponsorDecline,
	example: { sponsorship: ID, reason: 'no, thank you', signature: 'A'.repeat(86) },
	public: true,
	who: anybody,
	async handler(context, { sponsorship, reason, signature }) {
		const offer = await findWaiting(context, sponsorship);
		if (!offer) return err(failure('E-SPONSOR'));
		const said = acceptValues(context.org, 'declined', { sponsorship, text: reason });
		if (!(await isSignedBy(offer.data.acceptKey, 'nv/accept', said, signature)))
			return err(failure('E-PROOF'));
		const answered: SponsorData = { ...offer.data, status: 'declined', answer: reason };
		await context.write('SPONSOR', offer.key, answered);
		return done;
	},
});

const look = defineReport({
	name: 'sponsor.look',
	about: 'The sealed words of welcome of an offer to register.',
	input: SponsorLook,
	example: { sponsorship: ID },
	public: true,
	who: anybody,
	async handler(source, { sponsorship }) {
		const offer = await findWaiting(source, sponsorship);
		if (!offer) return err(failure('E-SPONSOR'));
		return ok({ welcome: offer.data.welcome, until: offer.data.until });
	},
});

export const sponsorOperations: readonly OperationDefinition[] = [create, decline];
export const sponsorReports: readonly ReportDefinition[] = [look];
