import * as v from 'valibot';

/** Usage of applications and people who sponsor in the name of the directory's operator: they may mail. */
export const SPONSOR_USAGE = 'SPONSOR';

const OperationName = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9.]{0,63}$/));
const Text = (regex: RegExp) => v.pipe(v.string(), v.regex(regex));

/** Who hears how an offer was answered: two operations of an organisation of a service. */
export const SponsorCallback = v.strictObject({
	service: Text(/^[a-z0-9][a-z0-9-]{0,31}$/),
	org: Text(/^[a-z0-9-]{4,16}$/),
	/** Called with a `SponsorAnswer` when somebody registered. */
	accepted: OperationName,
	/** Called with a `SponsorAnswer` when the offer was declined. */
	declined: OperationName,
});
export type SponsorCallback = v.InferOutput<typeof SponsorCallback>;

const isMailAddress = (text: string): boolean => {
	const [name = '', host = '', ...more] = text.split('@');
	const isName = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+$/.test(name);
	return more.length === 0 && isName && /^[A-Za-z0-9.-]+$/.test(host);
};

/** Half of a code, for somebody's mailbox. */
export const SponsorMail = v.strictObject({
	/** One address, in ASCII, nothing that a header could hold besides. */
	to: v.pipe(v.string(), v.maxLength(254), v.check(isMailAddress, 'one mail address')),
	half: Text(/^[0-9A-HJKMNP-TV-Z]{10}$/),
	language: v.picklist(['en', 'fr']),
});
export type SponsorMail = v.InferOutput<typeof SponsorMail>;

/** What the directory tells the operations of a callback: input of both. */
export const SponsorAnswer = v.strictObject({
	/** Organisation of the directory. */
	directory: v.string(),
	sponsorship: Text(/^[A-Za-z0-9_-]{22}$/),
	answer: v.picklist(['accepted', 'declined']),
	/** Who registered; `null` when it was declined. */
	user: v.nullable(Text(/^[A-Za-z0-9_-]{27}$/)),
	/** Thanks, or the reason. */
	text: v.pipe(v.string(), v.maxLength(500)),
	/** Time of the directory, ms. */
	at: v.pipe(v.number(), v.safeInteger()),
	/** `nv/sponsor` by the key of the directory. */
	signature: Text(/^[A-Za-z0-9_-]{86}$/),
});
export type SponsorAnswer = v.InferOutput<typeof SponsorAnswer>;

/** Values that the directory signs: what was told to one organisation is worth nothing at another. */
export const sponsorAnswerValues = (
	to: Readonly<Record<'org' | 'service', string>>,
	{ directory, sponsorship, answer, user, text, at }: Omit<SponsorAnswer, 'signature'>,
) => [directory, to.service, to.org, sponsorship, answer, user, text, at] as const;
