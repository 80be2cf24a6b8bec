import type { OutboxEntry } from '@navette/client';
import type { ReceptionWrite } from './reception-writes.ts';

type Asked = Readonly<Record<string, unknown>>;

const ONE_LINE: readonly string[] = ['RecLigne', 'DisLigne', 'AttLigne'];

const isSameLine = (a: Asked, b: Asked): boolean =>
	['gc', 'gp', 'livr', 'prod', 'co'].every((name) => a[name] === b[name]);

/** What both ask: the later wins, and saw what the first that asked for a value saw. */
const bothAsked = (name: string, before: Asked, after: Asked): Asked => {
	const hadValue = name !== 'RecLigne' || 'rec' in before;
	if (!hadValue) return { ...before, ...after };
	const { seen: _seen, ...asked } = after;
	return { ...before, ...asked };
};

/**
 * A write that waits and that a later one of the same line replaces: typing `1`, then `12` without
 * network is one line of the log. Nothing is merged across a write of several lines.
 */
export const mergedWrite = (
	log: readonly OutboxEntry[],
	write: ReceptionWrite,
): { readonly replaced: string; readonly write: ReceptionWrite } | undefined => {
	if (!ONE_LINE.includes(write.name)) return undefined;
	const after = write.input as Asked;
	for (const { id, name, state, input } of log.toReversed()) {
		if (state !== 'waiting' || !ONE_LINE.includes(name)) return undefined;
		const before = input as Asked;
		if (name === write.name && isSameLine(before, after))
			return { replaced: id, write: { ...write, input: bothAsked(name, before, after) } };
	}
	return undefined;
};
