import { bytesToBase64Url, err, ok, type Result } from '@navette/core';
import type { LiveDocument } from '@navette/engine';
import { type AccessData, hashOfToken } from '@navette/server';
import { columns, type Outcome } from '../outcome.ts';
import { rightToText, textToRight } from '../right-text.ts';
import { runAsOperator } from '../run-as-operator.ts';
import type { Terminal } from '../terminal.ts';
import { OPERATOR, type OpenedSite, withSite } from '../with-site.ts';

/** What `navette access grant` is told. */
export interface GrantOptions {
	readonly label: string;
	/** `CO/dupleix.3`, `ADM` */
	readonly rights: readonly string[];
	readonly account: string | undefined;
	/** Address people open, before the one of the configuration. */
	readonly url: string | undefined;
}

/** Letters of a hash that name an access. */
const SHORT = 12;

const readAll = async (
	site: OpenedSite,
	org: string,
): Promise<Result<readonly LiveDocument<AccessData>[], string>> => {
	const read = await site.engine.read(org, OPERATOR, async (source) =>
		ok(await source.list<AccessData>('ACCESS')),
	);
	return read.ok ? read : err(site.sentence(read.error));
};

const toJson = ({ key, data }: LiveDocument<AccessData>) => ({
	hash: key.hash ?? '',
	account: data.account,
	label: data.label,
	rights: data.rights.map(rightToText),
	created: new Date(data.created).toISOString(),
});

/** `navette access list` */
export const listAccesses = (terminal: Terminal, org: string): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const all = await readAll(site, org);
		if (!all.ok) return all;
		const json = all.value.map(toJson);
		const rows = json.map(({ hash, account, rights, created, label }) => [
			...[hash.slice(0, SHORT), account, rights.join(' '), created.slice(0, 10), label],
		]);
		const lines =
			rows.length > 0
				? columns([['access', 'account', 'rights', 'since', 'label'], ...rows])
				: [`Nobody may enter "${org}" yet. navette access grant ${org} --right ADM --label "You"`];
		return ok({ json, lines });
	});

/** `navette access grant`: the token is made here, shown once, and only its hash is kept. */
export const grantAccess = (
	terminal: Terminal,
	org: string,
	{ label, rights, account, url }: GrantOptions,
): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const token = bytesToBase64Url(terminal.random.bytes(24));
		const hash = hashOfToken(token);
		const name = account ?? bytesToBase64Url(terminal.random.bytes(9));
		const input = { hash, account: name, label, rights: rights.map(textToRight) };
		const granted = await runAsOperator(site, org, 'access.grant', input);
		if (!granted.ok) return granted;
		const { config } = site;
		const base = url ?? config.url ?? `http://localhost:${config.port}`;
		const link = `${base.replace(/(?<!\/)\/+$/, '')}/#/enter/${org}/${token}`;
		const lines = [
			`${label} may enter "${org}" with this link. It is shown once and cannot be found again:`,
			`  ${link}`,
			`To withdraw it: navette access revoke ${org} ${hash.slice(0, SHORT)}`,
		];
		return ok({ json: { org, hash, account: name, label, rights, link }, lines });
	});

/** `navette access revoke` */
export const revokeAccess = (terminal: Terminal, org: string, start: string): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const all = await readAll(site, org);
		if (!all.ok) return all;
		const found = all.value.filter(({ key }) => key.hash?.startsWith(start.toLowerCase()));
		const [access] = found;
		if (start.length < 6 || !access)
			return err(
				`No access of "${org}" starts with "${start}" (6 letters at least). "navette access list ${org}" shows them.`,
			);
		if (found.length > 1)
			return err(`${found.length} accesses start with "${start}": give more of its letters.`);
		const { hash, label } = toJson(access);
		const revoked = await runAsOperator(site, org, 'access.revoke', { hash });
		if (!revoked.ok) return revoked;
		return ok({ json: { org, hash, label }, lines: [`${label} may no longer enter "${org}".`] });
	});
