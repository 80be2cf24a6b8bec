import { err, ok, type Result } from '@navette/core';
import { generatePhrase } from '@navette/crypto';
import {
	newCodeSecret,
	newLinkSecret,
	type SponsorSecret,
	sponsorOffer,
} from '@navette/directory/client';
import type { SponsorData } from '@navette/directory/model';
import type { LiveDocument } from '@navette/engine';
import { columns, type Outcome } from '../outcome.ts';
import { runAsOperator } from '../run-as-operator.ts';
import type { Terminal } from '../terminal.ts';
import { OPERATOR, type OpenedSite, withSite } from '../with-site.ts';

/** Letters of an id that name an offer. */
const SHORT = 8;

/** What `navette sponsor offer` is told. */
export interface SponsorOptions {
	readonly form: 'code' | 'link' | 'phrase';
	readonly welcome: string;
	readonly days: number;
	readonly language: 'en' | 'fr';
	/** Address that half of a code is mailed to. */
	readonly mail: string | undefined;
	/** Address people open, before the one of the configuration. */
	readonly url: string | undefined;
}

const withHosted = (
	terminal: Terminal,
	work: (site: OpenedSite, org: string) => Promise<Outcome>,
): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		if (!site.directory)
			return err(
				'This site hosts no directory: people are offered to register where it is hosted.',
			);
		await site.directory.prepare(site.engine);
		return work(site, site.directory.org);
	});

const drawSecret = async (
	{ random }: Terminal,
	{ form, language }: SponsorOptions,
): Promise<SponsorSecret> => {
	if (form === 'link') return newLinkSecret(random);
	if (form === 'code') return newCodeSecret(random);
	return { form, phrase: await generatePhrase(language, { random }) };
};

/** What is shown of a secret, once. */
const shown = (
	secret: SponsorSecret,
	base: string,
	mail: string | undefined,
): readonly [heading: string, ...lines: readonly string[]] => {
	if (secret.form === 'link')
		return ['Whoever opens this link may register', `${base}/#/sponsor/${secret.secret}`];
	if (secret.form === 'phrase') return ['Whoever knows this phrase may register', secret.phrase];
	const [first, second] = secret.halves.map((half) => `${half.slice(0, 5)}-${half.slice(5)}`);
	return mail === undefined
		? ['Whoever has both halves may register', `${first}`, `${second}`]
		: [`Whoever has this half, and the one that goes to ${mail}, may register`, `${second}`];
};

/** `navette sponsor offer`: the secret is made here and shown once; what follows from it is kept. */
export const offerSponsorship = (terminal: Terminal, options: SponsorOptions): Promise<Outcome> =>
	withHosted(terminal, async (site, org) => {
		const { form, welcome, days, language, mail: to, url } = options;
		if (to !== undefined && form !== 'code')
			return err('Only half of a code is mailed: --form code.');
		const secret = await drawSecret(terminal, options);
		const deps = { random: terminal.random, realm: org };
		const mail = to === undefined ? {} : { mail: { to, language } };
		const offer = await sponsorOffer(deps, secret, welcome, days, mail);
		const created = await runAsOperator(site, org, 'sponsor.create', offer);
		if (!created.ok) return created;
		const base = (url ?? site.config.url ?? `http://localhost:${site.config.port}`).replace(
			/(?<!\/)\/+$/,
			'',
		);
		const [heading, ...secrets] = shown(secret, base, to);
		const { sponsorship } = offer;
		const lines = [
			`${heading}, once, for ${days} days. It is shown once and cannot be found again:`,
			...secrets.map((line) => `  ${line}`),
			`To take it back: navette sponsor withdraw ${sponsorship.slice(0, SHORT)}`,
		];
		return ok({ json: { sponsorship, form, days, shown: secrets }, lines });
	});

const readOffers = async (
	site: OpenedSite,
	org: string,
): Promise<Result<readonly LiveDocument<SponsorData>[], string>> => {
	const read = await site.engine.read(org, OPERATOR, async (source) =>
		ok(await source.list<SponsorData>('SPONSOR')),
	);
	return read.ok ? read : err(site.sentence(read.error));
};

/** `navette sponsor list` */
export const listSponsorships = (terminal: Terminal): Promise<Outcome> =>
	withHosted(terminal, async (site, org) => {
		const offers = await readOffers(site, org);
		if (!offers.ok) return offers;
		const json = offers.value.map(({ key, data }) => ({
			...{ sponsorship: key.sponsorship ?? '', by: key.user ?? '', status: data.status },
			...{ until: new Date(data.until).toISOString(), answer: data.answer ?? null },
			mail: data.mail ?? null,
		}));
		const rows = json.map(({ sponsorship, by, status, until, mail, answer }) => [
			...[sponsorship.slice(0, SHORT), by, status, until.slice(0, 10), mail ?? '', answer ?? ''],
		]);
		const lines =
			rows.length > 0
				? columns([['offer', 'by', 'status', 'until', 'mail', 'answer'], ...rows])
				: ['Nobody is offered to register: navette sponsor offer --welcome "Welcome"'];
		return ok({ json, lines });
	});

/** `navette sponsor withdraw`: an offer that nobody is to take up any more. */
export const withdrawSponsorship = (terminal: Terminal, start: string): Promise<Outcome> =>
	withHosted(terminal, async (site, org) => {
		const offers = await readOffers(site, org);
		if (!offers.ok) return offers;
		const found = offers.value.filter(({ key }) => key.sponsorship?.startsWith(start));
		const [one] = found;
		if (start.length < 6 || !one)
			return err(
				`No offer starts with "${start}" (6 letters at least). "navette sponsor list" shows them.`,
			);
		if (found.length > 1)
			return err(`${found.length} offers start with "${start}": give more letters.`);
		const gone = await site.engine.run({
			...{ org, caller: OPERATOR },
			work: async (context) => ok(await context.remove('SPONSOR', one.key)),
		});
		if (!gone.ok) return err(site.sentence(gone.error));
		return ok({ json: { ...one.key }, lines: ['The offer is taken back.'] });
	});
