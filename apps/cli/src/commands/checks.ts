import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { databaseIn } from '@navette/app-server/providers';
import { WEB } from '@navette/app-server/web-folder';
import { inspectSqlite, type SqliteInspection } from '@navette/storage-sqlite';
import { createProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';

/** One thing looked at. */
export interface Check {
	readonly name: string;
	readonly state: 'ok' | 'warn' | 'bad';
	/** What was found. */
	readonly found: string;
	/** What to do about it. */
	readonly todo?: string;
}

const GIBIBYTE = 2 ** 30;
const MINUTE = 60_000;
/** Before this there was no Navette: a clock that says so is wrong. */
const FIRST_YEAR = 2026;

export const checkNode = (version: string): Check =>
	Number(version.split('.')[0]) >= 24
		? { name: 'Node', state: 'ok', found: version }
		: {
				...{ name: 'Node', state: 'bad', found: version },
				todo: 'Navette needs Node 24: start it by npm, which brings it.',
			};

export const checkWeb = (): Check =>
	existsSync(path.join(WEB, 'index.html'))
		? { name: 'web app', state: 'ok', found: 'built' }
		: {
				...{ name: 'web app', state: 'bad', found: 'not built' },
				todo: 'Build it: npm run build.',
			};

const folderState = (folder: string): Check => {
	const mode = statSync(folder).mode & 0o077;
	try {
		accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		return {
			...{ name: 'data folder', state: 'bad', found: `${folder} cannot be written (${code})` },
			todo: 'Give it to the user that runs Navette, or choose another with NAVETTE_DATA.',
		};
	}
	if (mode === 0) return { name: 'data folder', state: 'ok', found: folder };
	return {
		...{ name: 'data folder', state: 'warn', found: `${folder} is open to other users` },
		todo: `Close it: chmod 700 ${folder}`,
	};
};

const checkSpace = (folder: string): Check => {
	const { bavail, bsize } = statfsSync(folder);
	const free = bavail * bsize;
	const found = `${(free / GIBIBYTE).toFixed(1)} GiB free`;
	if (free >= GIBIBYTE) return { name: 'disk', state: 'ok', found };
	return {
		...{ name: 'disk', state: free < GIBIBYTE / 5 ? 'bad' : 'warn', found },
		todo: 'Make room: when the disk is full, nothing more can be saved.',
	};
};

const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
};

const checkHolder = (folder: string): Check => {
	const file = path.join(folder, 'server.pid');
	const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
	const found =
		pid > 0 && isAlive(pid)
			? `a server runs on it (process ${pid}); commands that change data wait for its end`
			: 'no server runs on it';
	return { name: 'server', state: 'ok', found };
};

/** Folder, room and holder, or why there is nothing to look at. */
export const checkFolder = (folder: string): readonly Check[] => {
	if (!existsSync(folder))
		return [
			{
				...{ name: 'data folder', state: 'warn', found: `${folder} does not exist yet` },
				todo: 'It is created by the first start. If you expected data here, check NAVETTE_DATA.',
			},
		];
	return [folderState(folder), checkSpace(folder), checkHolder(folder)];
};

/** A clock before the last change of the data went back: versions hold, days and codes do not. */
export const checkClock = (now: number, modified: number | undefined): Check => {
	const found = new Date(now).toISOString();
	const isEarly = new Date(now).getUTCFullYear() < FIRST_YEAR;
	const wentBack = modified !== undefined && modified > now + MINUTE;
	if (!isEarly && !wentBack) return { name: 'clock', state: 'ok', found };
	const why = wentBack ? 'before the last change of the data' : 'too early to be true';
	return {
		...{ name: 'clock', state: 'bad', found: `${found}, ${why}` },
		todo: 'Set the clock of the machine (and let it follow a time server) before you start.',
	};
};

const checkSchema = ({ schema, known }: SqliteInspection): Check => {
	if (schema > known)
		return {
			...{ name: 'schema', state: 'bad', found: `${schema}; this version knows ${known}` },
			todo: 'The data were written by a later version of Navette: install that one.',
		};
	const next = schema < known ? `; brought to ${known} at the next start` : '';
	return { name: 'schema', state: 'ok', found: `${schema}${next}` };
};

const checkEpoch = ({ epoch }: SqliteInspection): Check =>
	epoch === undefined
		? {
				...{ name: 'epoch', state: 'bad', found: 'none: this file never was a store of Navette' },
				todo: 'Check NAVETTE_DATA, or put a backup back.',
			}
		: { name: 'epoch', state: 'ok', found: epoch };

const checkIntegrity = (terminal: Terminal, inspection: SqliteInspection): Check => {
	const progress = createProgress(terminal, inspection.tables.length);
	const wrong = inspection.tables.flatMap((table) => {
		progress.step(table);
		return inspection.check(table);
	});
	progress.end();
	if (wrong.length === 0) return { name: 'integrity', state: 'ok', found: 'every table is whole' };
	const found = wrong.slice(0, 5).join('; ');
	return {
		...{ name: 'integrity', state: 'bad', found },
		todo: 'Stop the server, copy the folder aside, and put the last backup back.',
	};
};

/** The database, table by table; also says when it last changed (ms). */
export const checkDatabase = (
	terminal: Terminal,
	folder: string,
): { readonly checks: readonly Check[]; readonly modified: number | undefined } => {
	const file = databaseIn(folder);
	if (!existsSync(file)) return { checks: [], modified: undefined };
	try {
		const inspection = inspectSqlite(file);
		const { modified } = inspection;
		const checks = [
			checkSchema(inspection),
			checkEpoch(inspection),
			checkIntegrity(terminal, inspection),
		];
		inspection.close();
		return { checks, modified };
	} catch (error) {
		const found = error instanceof Error ? error.message : String(error);
		const todo = 'Stop the server, copy the folder aside, and put the last backup back.';
		return { checks: [{ name: 'database', state: 'bad', found, todo }], modified: undefined };
	}
};
