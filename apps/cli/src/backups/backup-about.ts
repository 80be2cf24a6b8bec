import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

/** What is said of a backup, in `backup.json`. */
const About = v.object({
	/** Instant of the state it holds, ISO 8601. */
	at: v.string(),
	epoch: v.string(),
	organisations: v.array(v.string()),
	rows: v.number(),
	/** Contents of files. */
	contents: v.number(),
});
export type BackupAbout = v.InferOutput<typeof About>;

const fileIn = (folder: string): string => path.join(folder, 'backup.json');

/** What a folder says it holds; `undefined` when it is no backup, or an unfinished one. */
export const readAbout = (folder: string): BackupAbout | undefined => {
	if (!existsSync(fileIn(folder))) return undefined;
	const parsed = v.safeParse(About, JSON.parse(readFileSync(fileIn(folder), 'utf8')));
	return parsed.success ? parsed.output : undefined;
};

export const writeAbout = (folder: string, about: BackupAbout): void =>
	writeFileSync(fileIn(folder), `${JSON.stringify(about, null, '\t')}\n`, {
		...{ mode: 0o600, flush: true },
	});
