import { err, ok, type Result } from '@navette/core';
import { isThere, type OrganisationAbout } from '@navette/engine';
import { columns, type Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { type OpenedSite, withSite } from '../with-site.ts';

const toJson = ({ org, status, label }: Omit<OrganisationAbout, 'epoch'>) => ({
	org,
	status,
	label,
});

/** What an operator sets; an organisation that is being imported has to be finished first. */
type Settable = Omit<OrganisationAbout, 'epoch' | 'status'> & {
	readonly status: 'open' | 'frozen' | 'closed';
};

const describe = async (site: OpenedSite, org: string): Promise<Result<Settable, string>> => {
	const about = await site.engine.describe(org);
	if (!about.ok) return err(`There is no organisation "${org}". "navette org list" shows them.`);
	const { status, label, clockOffset } = about.value;
	if (isThere(status)) return ok({ org, status, label, clockOffset });
	const how =
		status === 'importing' ? 'imported: "navette import"' : 'deleted: "navette org delete"';
	return err(`"${org}" is being ${how} finishes it.`);
};

const put = async (site: OpenedSite, about: Settable, said: string): Promise<Outcome> => {
	const { org, status, label, clockOffset } = about;
	const written = await site.engine.putOrganisation(org, status, { label, clockOffset });
	return written.ok
		? ok({ json: toJson(about), lines: [said] })
		: err(`"${org}" is not a code: 4 to 16 letters a–z, digits or hyphens. Nothing was saved.`);
};

/** `navette org list` */
export const listOrganisations = (terminal: Terminal): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const all: OrganisationAbout[] = [];
		for (const org of await site.engine.organisations()) {
			const about = await site.engine.describe(org);
			if (about.ok) all.push(about.value);
		}
		const rows = all.map(({ org, status, label }) => [org, status, label]);
		const lines =
			rows.length > 0
				? columns([['code', 'status', 'label'], ...rows])
				: ['No organisation yet. Create one: navette org create CODE --label "Its name"'];
		return ok({ json: all.map(toJson), lines });
	});

/** `navette org create` */
export const createOrganisation = (
	terminal: Terminal,
	org: string,
	label: string,
): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const known = await site.engine.describe(org);
		if (known.ok) return err(`The organisation "${org}" exists already. Nothing was changed.`);
		const about: Settable = { org, status: 'open', label, clockOffset: 0 };
		return put(site, about, `The organisation "${org}" is open.`);
	});

const SAID = {
	open: 'is open',
	frozen: 'is frozen: it can be read, nothing is written',
	closed: 'is closed: nobody enters',
} as const;

/** `navette org open`, `freeze`, `close` */
export const setStatus = (
	terminal: Terminal,
	org: string,
	status: Settable['status'],
): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const known = await describe(site, org);
		if (!known.ok) return known;
		const said = `The organisation "${org}" ${SAID[status]}.`;
		return put(site, { ...known.value, status }, said);
	});

/** `navette org label` */
export const setLabel = (terminal: Terminal, org: string, label: string): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const known = await describe(site, org);
		if (!known.ok) return known;
		return put(site, { ...known.value, label }, `The organisation "${org}" is named "${label}".`);
	});
