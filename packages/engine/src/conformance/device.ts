import type { Filter } from '@navette/model';
import type { OutgoingDocument } from '../outgoing.ts';
import type { Page } from '../pull.ts';

/** What a device holds of a thread, and how it applies pages: the reader's half of the contract. */
export interface Device {
	readonly account: string;
	readonly path: string;
	readonly types: readonly string[] | undefined;
	readonly filters: Readonly<Record<string, Filter>> | undefined;
	reference: string | undefined;
	since: number;
	horizon: number | undefined;
	scope: string | undefined;
	/** `type/id` → document. */
	held: Map<string, OutgoingDocument>;
}

/** A device that holds nothing yet. */
export const createDevice = (
	account: string,
	path: string,
	types?: readonly string[],
	filters?: Readonly<Record<string, Filter>>,
): Device => ({
	account,
	path,
	types,
	filters,
	reference: undefined,
	since: 0,
	horizon: undefined,
	scope: undefined,
	held: new Map(),
});

/** Applies the pages of one catching up, all at once. */
export const applyPages = (device: Device, pages: readonly Page[]): void => {
	const last = pages.at(-1);
	if (!last) return;
	if (pages.some((page) => page.full)) device.held = new Map();
	for (const page of pages)
		for (const document of page.documents) {
			const name = `${document[0]}/${document[1]}`;
			if (document[3] > 0) device.held.delete(name);
			else device.held.set(name, document);
		}
	device.since = last.upTo;
	device.horizon = last.horizon;
	device.scope = last.scope;
};
