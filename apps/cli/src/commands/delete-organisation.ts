import { err, ok } from '@navette/core';
import { showProgress } from '../archives/show-progress.ts';
import type { Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { withSite } from '../with-site.ts';

const SAID = { contents: 'files removed', rows: 'rows removed' } as const;

/** `navette org delete`: everything, for ever; goes on where a kill stopped it. */
export const deleteOrganisation = (
	terminal: Terminal,
	org: string,
	confirmed: string | undefined,
): Promise<Outcome> =>
	withSite(terminal, async ({ engine }) => {
		const about = await engine.describe(org);
		if (!about.ok) return err(`There is no organisation "${org}". "navette org list" shows them.`);
		if (confirmed !== org)
			return err(
				`This deletes "${org}" (${about.value.label}), its documents and files, for ever: nothing brings it back but an archive ("navette export"). To do it: navette org delete ${org} --confirm ${org}. Nothing was deleted.`,
			);
		const { draw, end } = showProgress(terminal);
		const removed = { contents: 0, rows: 0 };
		const done = await engine.deleteOrganisation(org, (kind, count) => {
			removed[kind] = Math.max(removed[kind], count);
			draw(SAID[kind], count, 0);
		});
		end();
		if (!done.ok) return err(`"${org}" is not there any more.`);
		const { contents, rows } = removed;
		const line = `The organisation "${org}" is deleted: ${rows} rows, ${contents} files.`;
		return ok({ json: { org, deleted: true, ...removed }, lines: [line] });
	});
