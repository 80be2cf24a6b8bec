import { err, failure, ok } from '@navette/core';
import type { Account } from '@navette/model';
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
	SPONSOR_USAGE,
	SponsorAccept,
	SponsorCreate,
	type SponsorData,
	SponsorDecline,
	SponsorLook,
} from '../model/index.ts';
import { userOf, users } from './own-user.ts';
import { isSignedBy } from './proof.ts';
import { answerOffer, findWaiting, forgetOfferAt } from './sponsor-offer.ts';

const DAY = 86_400_000;
const ID = 'A'.repeat(22);
const KEY = 'A'.repeat(43);

/** Whether an account sponsors in the name of the directory's operator. */
const mayMail = (account: Account): boolean =>
	isAdministrator(account) || account.rights.some(({ usage }) => usage === SPONSOR_USAGE);

const create = defineOperation({
	name: 'sponsor.create',
	about: 'Offers somebody to register; the secret of the offer never comes here.',
	input: SponsorCreate,
	example: { sponsorship: ID, acceptKey: KEY, welcome: 'AAAA', days: 7 },
	who: (account, { mail }) =>
		mayMail(account) || (userOf(account) !== undefined && !mail) ? undefined : failure('E-RIGHT'),
	async handler(context, { sponsorship, days, mail, callback, ...offered }) {
		const until = context.now + days * DAY;
		const told = callback ? { callback } : {};
		const mailed = mail ? { mail: 'waiting' as const } : {};
		const offer: SponsorData = { ...offered, ...told, ...mailed, until, status: 'waiting' };
		const key = { user: context.account.id, sponsorship };
		await context.write('SPONSOR', key, offer);
		await forgetOfferAt(context, key, until);
		if (mail) await context.defer({ name: 'sponsor.mail', input: { ...mail, offer: key } });
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
		await answerOffer(context, offer, { status: 'declined', answer: reason });
		return done;
	},
});

const accept = defineOperation({
	name: 'sponsor.accept',
	about: 'Accepts an offer with the identity one has; signed by the key of its secret.',
	input: SponsorAccept,
	example: { sponsorship: ID, thanks: 'thank you', acceptance: 'A'.repeat(86) },
	who: users,
	async handler(context, { sponsorship, thanks: text, acceptance }) {
		const offer = await findWaiting(context, sponsorship);
		if (!offer) return err(failure('E-SPONSOR'));
		const user = context.account.id;
		const said = acceptValues(context.org, 'accepted', { sponsorship, user, text });
		if (!(await isSignedBy(offer.data.acceptKey, 'nv/accept', said, acceptance)))
			return err(failure('E-PROOF'));
		await answerOffer(context, offer, { status: 'accepted', answer: text, registered: user });
		return done;
	},
});

const look = defineReport({
	name: 'sponsor.look',
	about: 'The sealed words of welcome of an offer to register.',
	input: SponsorLook,
	example: { sponsorship: ID },
	public: true,
	guesses: 'offer',
	who: anybody,
	async handler(source, { sponsorship }) {
		const offer = await findWaiting(source, sponsorship);
		if (!offer) return err(failure('E-SPONSOR'));
		return ok({ welcome: offer.data.welcome, until: offer.data.until });
	},
});

export const sponsorOperations: readonly OperationDefinition[] = [create, accept, decline];
export const sponsorReports: readonly ReportDefinition[] = [look];
