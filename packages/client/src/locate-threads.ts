import { ok, type Result } from '@navette/core';
import { LIMITS, type WireError } from '@navette/protocol';
import type { Exchange } from './exchange.ts';

/** Where a thread is, as the server knows it now. */
export interface ThreadPlace {
	readonly path: string;
	/** The name a device uses for it. */
	readonly reference: string;
	readonly version: number;
}

const inPages = <T>(all: readonly T[]): readonly (readonly T[])[] =>
	Array.from({ length: Math.ceil(all.length / LIMITS.threadsPerRequest) }, (_, at) =>
		all.slice(at * LIMITS.threadsPerRequest, (at + 1) * LIMITS.threadsPerRequest),
	);

/** Asks for the references and versions of threads; one that is not the caller's is left out. */
export const locateThreads = async (
	exchange: Exchange,
	paths: readonly string[],
): Promise<Result<readonly ThreadPlace[], WireError>> => {
	const places: ThreadPlace[] = [];
	for (const page of inPages(paths)) {
		const opened = await exchange.open({ paths: [...page] });
		if (!opened.ok) return opened;
		const known = opened.value.threads.flatMap((one) => ('reference' in one ? [one] : []));
		if (known.length === 0) continue;
		// no type is asked for, so that the answer holds versions and no document
		const threads = known.map(({ reference }) => ({ reference, since: 0, types: [] }));
		const pulled = await exchange.pull({ threads });
		if (!pulled.ok) return pulled;
		const versions = new Map(
			pulled.value.threads.flatMap((one) =>
				'version' in one ? [[one.reference, one.version] as const] : [],
			),
		);
		for (const { path, reference } of known) {
			const version = versions.get(reference);
			if (version !== undefined) places.push({ path, reference, version });
		}
	}
	return ok(places);
};
