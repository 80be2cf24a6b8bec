import { bytesToBase64Url, err, ok, type Result } from '@navette/core';
import { runAsOperator } from './run-as-operator.ts';
import type { Terminal } from './terminal.ts';
import { OPERATOR, type OpenedSite } from './with-site.ts';

/** The directory of the site's universe, here or elsewhere. */
export interface DirectoryDoor {
	/** Its organisation. */
	readonly org: string;
	/** Asks a public report. `undefined` = refused as not there. */
	ask(name: string, input: unknown): Promise<Result<unknown, string>>;
	/** Runs an operation: as its operator here, as a stranger elsewhere. */
	call(name: string, input: unknown): Promise<Result<unknown, string>>;
}

const TIMEOUT_MS = 15_000;

const doorHere = (site: OpenedSite, org: string): DirectoryDoor => ({
	org,
	async ask(name, input) {
		const report = site.service.reports.get(name);
		const about = await site.engine.describe(org);
		if (!report || !about.ok) throw new Error(`no report ${name}`);
		const read = await site.engine.read(org, OPERATOR, (source) =>
			report.handler(source, input, { id: 'operator', rights: [] }, org, about.value),
		);
		if (read.ok) return read;
		return read.error.code === 'E-SERVICE' ? ok(undefined) : err(site.sentence(read.error));
	},
	call: (name, input) => runAsOperator(site, org, name, input),
});

interface Said {
	readonly result?: unknown;
	readonly error?: { readonly code: string; readonly sentence: { readonly en: string } };
}

const doorElsewhere = (terminal: Terminal, url: string, org: string): DirectoryDoor => {
	const post = async (at: string, input: unknown): Promise<Result<unknown, string>> => {
		const operation = bytesToBase64Url(terminal.random.bytes(16));
		let said: Said;
		try {
			const answer = await fetch(`${url}/api/${org}/${at}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'operation-id': operation },
				body: JSON.stringify(input),
				signal: AbortSignal.timeout(TIMEOUT_MS),
			});
			said = (await answer.json()) as Said;
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			return err(`The directory at ${url} did not answer (${why}). Nothing was changed.`);
		}
		if (!said.error) return ok(said.result);
		if (said.error.code === 'E-SERVICE' && at.startsWith('report/')) return ok(undefined);
		return err(`${said.error.sentence.en} (${said.error.code})`);
	};
	return {
		org,
		ask: (name, input) => post(`report/${name}`, input),
		call: (name, input) => post(`call/${name}`, input),
	};
};

/** The directory that a site is configured for. */
export const directoryDoor = async (
	terminal: Terminal,
	site: OpenedSite,
): Promise<Result<DirectoryDoor, string>> => {
	const { directory } = site.config;
	if (directory.kind === 'none')
		return err('This site has no directory: NAVETTE_DIRECTORY is "none".');
	if (directory.kind === 'elsewhere')
		return ok(doorElsewhere(terminal, directory.url, directory.universe));
	await site.directory?.prepare(site.engine);
	return ok(doorHere(site, directory.universe));
};
