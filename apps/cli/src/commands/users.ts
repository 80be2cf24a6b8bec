import { err, ok, type Result } from '@navette/core';
import { endSessions, type SessionData } from '@navette/server';
import { columns, type Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { OPERATOR, type OpenedSite, withSite } from '../with-site.ts';

/** A registered user, as the operator sees one: everything else is sealed. */
interface UserRow {
	readonly user: string;
	readonly registered: string;
	/** Open sessions at the directory. */
	readonly sessions: number;
}

const readUsers = async (
	site: OpenedSite,
	org: string,
): Promise<Result<readonly UserRow[], string>> => {
	const read = await site.engine.read(org, OPERATOR, async (source) => {
		const open = new Map<string, number>();
		for (const { data } of await source.list<SessionData>('SESSION'))
			if (!data.ended && source.now <= data.until && source.now < data.end)
				open.set(data.account, (open.get(data.account) ?? 0) + 1);
		const users = await source.list<{ readonly created: number }>('USER');
		return ok(
			users.map(({ key: { user = '' }, data }) => ({
				user,
				registered: new Date(data.created).toISOString(),
				sessions: open.get(user) ?? 0,
			})),
		);
	});
	return read.ok ? read : err(site.sentence(read.error));
};

/** Does something with the users of the directory, when this site hosts it. */
const withUsers = (
	terminal: Terminal,
	work: (site: OpenedSite, org: string, users: readonly UserRow[]) => Promise<Outcome>,
): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		if (!site.directory)
			return err(
				'This site hosts no directory: its users are kept where NAVETTE_DIRECTORY says, if anywhere.',
			);
		const { org } = site.directory;
		await site.directory.prepare(site.engine);
		const users = await readUsers(site, org);
		return users.ok ? work(site, org, users.value) : users;
	});

/** `navette user list` */
export const listUsers = (terminal: Terminal): Promise<Outcome> =>
	withUsers(terminal, async (_site, _org, users) => {
		const rows = users.map(({ user, registered, sessions }) => [
			...[user, registered.slice(0, 10), String(sessions)],
		]);
		const lines =
			rows.length > 0
				? columns([['user', 'since', 'open sessions'], ...rows])
				: ['Nobody registered yet: who has a sponsorship does.'];
		return ok({ json: users, lines });
	});

/** `navette user end`: ends every session of a user at once, for who lost a device and says so. */
export const endUser = (terminal: Terminal, start: string): Promise<Outcome> =>
	withUsers(terminal, async (site, org, users) => {
		const found = users.filter(({ user }) => user.startsWith(start));
		const [one] = found;
		if (start.length < 6 || !one)
			return err(
				`No user starts with "${start}" (6 letters at least). "navette user list" shows them.`,
			);
		if (found.length > 1)
			return err(`${found.length} users start with "${start}": give more letters.`);
		const { user, sessions } = one;
		const ended = await site.engine.run({
			...{ org, caller: OPERATOR },
			work: async (context) => ok(await endSessions(context, { id: user, rights: [] })),
		});
		if (!ended.ok) return err(site.sentence(ended.error));
		return ok({
			json: { user, ended: sessions },
			lines: [`${sessions} sessions of ${user} ended.`],
		});
	});
