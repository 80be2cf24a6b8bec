import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '@navette/core';

const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
};

/**
 * Takes a data folder for this process: two servers on one folder would not tell each other what
 * changes. A lock left by a process that was killed is taken over. Answers how to let go.
 */
export const lockFolder = (folder: string): Result<() => void, string> => {
	const file = path.join(folder, 'server.pid');
	for (let attempt = 0; attempt < 2; attempt++) {
		try {
			const handle = openSync(file, 'wx', 0o600);
			writeSync(handle, String(process.pid));
			closeSync(handle);
			return ok(() => rmSync(file, { force: true }));
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
				return err(`The data folder ${folder} cannot be written (${String(error)}).`);
		}
		const holder = Number(readFileSync(file, 'utf8'));
		if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isAlive(holder))
			return err(
				`The data folder ${folder} is in use by another server (process ${holder}). Stop it, or choose another folder with NAVETTE_DATA.`,
			);
		rmSync(file, { force: true });
	}
	return err(`The data folder ${folder} cannot be locked.`);
};
