import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Figure, rounded } from '../results.ts';

interface Weight {
	readonly seconds: number;
	readonly mebibytes: number;
}

/** Runs one step in a process of its own. */
const runStep = async (step: string, ...given: readonly (string | number)[]): Promise<Weight> => {
	const file = path.join(import.meta.dirname, 'archive-process.ts');
	const child = fork(file, [step, ...given.map(String)]);
	const [weight] = (await Promise.race([
		once(child, 'message'),
		once(child, 'exit').then(() => Promise.reject(new Error(`the step ${step} failed`))),
	])) as [Weight];
	return weight;
};

const carry = async (documents: number, bytes: number) => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-bench-archive-'));
	try {
		await runStep('fill', folder, documents, bytes);
		const exported = await runStep('export', folder);
		const imported = await runStep('import', folder);
		return { exported, imported, size: statSync(path.join(folder, 'archive')).size };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};

/**
 * An organisation carried from one site to another through a sealed archive, half of it, then whole: memory
 * must not follow the size.
 */
export const measureArchive = async (
	documents: number,
	bytes: number,
): Promise<readonly Figure[]> => {
	const small = await carry(Math.ceil(documents / 2), Math.ceil(bytes / 2));
	const large = await carry(documents, bytes);
	const of = `${documents} documents, ${Math.round(bytes / 2 ** 20)} MiB of files`;
	const memory = (name: string, one: number, other: number): Figure => ({
		...{ name: `archive: memory of the ${name}`, value: rounded(one), unit: 'MiB' },
		...{ versus: 'half of it', ratio: rounded(one / other) },
		...{ bar: 'at most 1.2 × half of it', met: one <= 1.2 * other },
	});
	return [
		{ name: `archive: export of ${of}`, value: rounded(large.exported.seconds), unit: 's' },
		{
			...{ name: `archive: import of ${of}, verified and compared` },
			...{ value: rounded(large.imported.seconds), unit: 's' },
		},
		{ name: `archive: size of ${of}`, value: rounded(large.size / 2 ** 20), unit: 'MiB' },
		memory('export', large.exported.mebibytes, small.exported.mebibytes),
		memory('import', large.imported.mebibytes, small.imported.mebibytes),
	];
};
