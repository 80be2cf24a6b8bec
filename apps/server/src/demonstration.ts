import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
	DEMONSTRATION_ROLES,
	type DemonstrationEntry,
	seedDemonstration,
} from '@navette/circuit/server';
import { bytesToBase64Url, type Clock, type Log, type Random } from '@navette/core';
import type { Engine } from '@navette/engine';
import { offerDemonstration, sponsorDemonstration } from './demonstration-offers.ts';
import type { HostedDirectory } from './directory/hosted-directory.ts';

/** Code of the demonstration organisation. */
export const DEMONSTRATION_ORG = 'demo';

/** After this long the demonstration's clock waits, so that its open delivery stays open. */
const LONGEST_AGE = 36 * 3_600_000;

interface Kept {
	/** Instant of the first run, ms. */
	readonly created: number;
	/** Entry token of each role. */
	readonly tokens: Readonly<Record<string, string>>;
}

const readKept = (file: string): Kept | undefined => {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Kept;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
};

/** Written whole or not at all: a kill between leaves the file of before. */
const writeKept = (file: string, kept: Kept): void => {
	writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600, flush: true });
	renameSync(`${file}.new`, file);
};

/**
 * Creates the demonstration organisation on the first run, and finds its entries again afterwards.
 * Its file is written first: a kill before the end of the creation is finished by the next run.
 */
export const openDemonstration = async (deps: {
	readonly engine: Engine;
	readonly folder: string;
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	/** Where its visitors may register, when it is hosted here. */
	readonly directory?: Pick<HostedDirectory, 'org'> | undefined;
}): Promise<readonly DemonstrationEntry[]> => {
	const file = path.join(deps.folder, 'demonstration.json');
	const newKept = (): Kept => ({
		created: deps.clock.now(),
		tokens: Object.fromEntries(
			DEMONSTRATION_ROLES.map((role) => [role, bytesToBase64Url(deps.random.bytes(24))]),
		),
	});
	const kept = readKept(file) ?? newKept();
	writeKept(file, kept);
	const age = Math.min(deps.clock.now() - kept.created, LONGEST_AGE);
	const before = await deps.engine.describe(DEMONSTRATION_ORG);
	const clockMoved = before.ok ? (before.value.clockMoved ?? 0) : 0;
	const clockOffset = kept.created + age + clockMoved - deps.clock.now();
	await deps.engine.putOrganisation(DEMONSTRATION_ORG, 'open', {
		...{ label: 'Démonstration', clockOffset, clockMoved },
	});
	const entries = await seedDemonstration(deps.engine, DEMONSTRATION_ORG, {
		now: kept.created,
		tokens: kept.tokens,
	});
	const { engine, directory, random } = deps;
	await offerDemonstration(engine, DEMONSTRATION_ORG, entries);
	if (directory)
		await sponsorDemonstration(engine, directory.org, DEMONSTRATION_ORG, entries, random);
	return entries;
};
