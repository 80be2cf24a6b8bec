import { offerKeysOf } from '@navette/client';
import { bytesToBase64Url, err, ok, type Result } from '@navette/core';
import type { OfferData, RightData } from '@navette/server';
import { columns, type Outcome } from '../outcome.ts';
import { rightToText, textToRight } from '../right-text.ts';
import { runAsOperator } from '../run-as-operator.ts';
import type { Terminal } from '../terminal.ts';
import { OPERATOR, type OpenedSite, withSite } from '../with-site.ts';

const DAY = 86_400_000;
/** Letters of an id that name a right. */
const SHORT = 8;

/** What is common to offering a right and issuing it. */
export interface RightOptions {
	readonly label: string;
	/** `CO/dupleix.3`, `ADM` */
	readonly rights: readonly string[];
	/** Days the right lives. */
	readonly rightDays: number;
}

/** What `navette right offer` is told. */
export interface OfferOptions extends RightOptions {
	/** Days the offer waits. */
	readonly days: number;
	readonly many: boolean;
	/** Address people open, before the one of the configuration. */
	readonly url: string | undefined;
}

/** `navette right offer`: the secret is made here, shown once; what follows from it is kept. */
export const offerRight = (
	terminal: Terminal,
	org: string,
	{ label, rights, days, rightDays, many, url }: OfferOptions,
): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const secret = bytesToBase64Url(terminal.random.bytes(16));
		const keys = await offerKeysOf(secret);
		if (!keys) throw new Error('a secret that is none');
		const { offer } = keys;
		const times = many ? 'many' : 'once';
		const offered = await runAsOperator(site, org, 'right.offer', {
			...{ offer, acceptKey: bytesToBase64Url(keys.accept.publicKey), label },
			...{ rights: rights.map(textToRight), days, rightDays, times },
		});
		if (!offered.ok) return offered;
		const base = url ?? site.config.url ?? `http://localhost:${site.config.port}`;
		const link = `${base.replace(/(?<!\/)\/+$/, '')}/#/enter/${org}/${secret}`;
		const lines = [
			`Whoever opens this link may claim ${rights.join(', ')} of "${org}"${many ? ', each one for himself' : ', once'}, for ${days} days. It is shown once and cannot be found again:`,
			`  ${link}`,
			`To take it back: navette right revoke ${org} ${offer.slice(0, SHORT)}`,
		];
		return ok({ json: { org, offer, label, rights, times, link }, lines });
	});

/** `navette right issue`: to a key whose hash its holder gave. */
export const issueRight = (
	terminal: Terminal,
	org: string,
	holder: string,
	{ label, rights, rightDays }: RightOptions,
): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const right = bytesToBase64Url(terminal.random.bytes(16));
		const until = terminal.clock.now() + rightDays * DAY;
		const input = { right, holder, label, rights: rights.map(textToRight), until };
		const issued = await runAsOperator(site, org, 'right.issue', input);
		if (!issued.ok) return issued;
		const lines = [`${label} holds ${rights.join(', ')} of "${org}". Its id, to be kept by them:`];
		return ok({ json: { org, right, holder, label, rights }, lines: [...lines, `  ${right}`] });
	});

/** One row of the list. */
interface Row {
	readonly id: string;
	readonly kind: 'offer' | 'right';
	readonly account: string | null;
	readonly label: string;
	readonly rights: readonly string[];
	readonly until: string;
}

const readRows = async (site: OpenedSite, org: string): Promise<Result<readonly Row[], string>> => {
	const read = await site.engine.read(org, OPERATOR, async (source) => {
		const dated = (until: number) => new Date(until).toISOString();
		const rights = (await source.list<RightData>('RIGHT')).map(
			({ key, data }): Row => ({
				...{ id: key.right ?? '', kind: 'right', account: data.account, label: data.label },
				...{ rights: data.rights.map(rightToText), until: dated(data.until) },
			}),
		);
		const offers = (await source.list<OfferData>('OFFER')).map(
			({ key, data }): Row => ({
				...{ id: key.offer ?? '', kind: 'offer', account: null, label: data.label },
				...{ rights: data.rights.map(rightToText), until: dated(data.until) },
			}),
		);
		return ok([...rights, ...offers]);
	});
	return read.ok ? read : err(site.sentence(read.error));
};

/** `navette right list` */
export const listRights = (terminal: Terminal, org: string): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const all = await readRows(site, org);
		if (!all.ok) return all;
		const rows = all.value.map(({ id, kind, account, rights, until, label }) => [
			...[id.slice(0, SHORT), kind, account ?? '-', rights.join(' '), until.slice(0, 10), label],
		]);
		const titles = ['id', 'kind', 'account', 'rights', 'until', 'label'];
		const lines =
			rows.length > 0
				? columns([titles, ...rows])
				: [`No access right of "${org}" yet: navette right offer ${org} --right ADM --label "You"`];
		return ok({ json: all.value, lines });
	});

/** `navette right revoke`: a right, or an offer that nobody is to claim any more. */
export const revokeRight = (terminal: Terminal, org: string, start: string): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const all = await readRows(site, org);
		if (!all.ok) return all;
		const found = all.value.filter(({ id }) => id.startsWith(start));
		const [one] = found;
		if (start.length < 6 || !one)
			return err(
				`No access right of "${org}" starts with "${start}" (6 letters at least). "navette right list ${org}" shows them.`,
			);
		if (found.length > 1)
			return err(`${found.length} access rights start with "${start}": give more letters.`);
		const { id, kind, label } = one;
		const revoked =
			kind === 'right'
				? await runAsOperator(site, org, 'right.revoke', { right: id })
				: await runAsOperator(site, org, 'right.cancel', { offer: id });
		if (!revoked.ok) return revoked;
		const said = kind === 'right' ? 'no longer counts' : 'can no longer be claimed';
		return ok({ json: { org, id, kind, label }, lines: [`"${label}" ${said} in "${org}".`] });
	});
