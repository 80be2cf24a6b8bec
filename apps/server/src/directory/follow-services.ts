import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Clock, Log, Random, Timers } from '@navette/core';
import {
	believedServices,
	type DirectoryClientDeps,
	type DirectoryWire,
	listServices,
} from '@navette/directory/client';
import type { SignedService } from '@navette/directory/model';
import type { KnownOrigins } from './known-origins.ts';

/** Between two questions to the directory, ms. */
const EVERY = 60_000;

/** Keeps the origins of services as the directory signs them. */
export interface FollowedServices {
	/** Asks now; resolves when what was answered counts. */
	refresh(): Promise<void>;
	close(): void;
}

interface FollowDeps {
	readonly wire: DirectoryWire;
	/** Organisation of the directory, and name of the universe. */
	readonly universe: string;
	/** Public key by which the directory is known, base64url. */
	readonly key: string;
	readonly origins: KnownOrigins;
	/** Folder of data: the last signed list is kept there, for when the directory is away. */
	readonly folder: string;
	readonly clock: Clock;
	readonly random: Random;
	readonly timers: Timers;
	readonly log: Log;
}

const originsOf = (services: readonly SignedService[]): readonly string[] =>
	services.filter(({ status }) => status !== 'closed').map(({ url }) => url);

const readKept = (file: string): unknown => {
	try {
		return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
};

/**
 * Learns the origins of services from records that the pinned key signed; what is not signed by it is
 * left alone, and said in the log.
 */
export const followServices = (deps: FollowDeps): FollowedServices => {
	const { origins, timers, log, universe, key, wire, clock, random } = deps;
	const file = path.join(deps.folder, 'services.json');
	const directory: DirectoryClientDeps = {
		...{ wire, org: universe, realm: universe, directoryKey: key, clock, random },
	};
	const recall = async () => {
		const kept = await believedServices(directory, readKept(file));
		if (kept) origins.learn(originsOf(kept));
	};
	let isClosed = false;
	const ask = async () => {
		if (isClosed) return;
		const answer = await listServices(directory);
		if (isClosed) return;
		if (!answer.ok) {
			if (answer.error.kind !== 'offline')
				log.warn('services-refused', { code: answer.error.kind });
			return;
		}
		origins.learn(originsOf(answer.value));
		writeFileSync(`${file}.new`, JSON.stringify({ services: answer.value }), { mode: 0o600 });
		renameSync(`${file}.new`, file);
	};
	let asking = recall();
	const refresh = () => {
		asking = asking.then(ask).catch((error: unknown) => {
			log.error('services-failed', { error: String(error) });
		});
		return asking;
	};
	void refresh();
	const stop = timers.every(EVERY, () => void refresh());
	return {
		refresh,
		close() {
			isClosed = true;
			stop();
		},
	};
};
