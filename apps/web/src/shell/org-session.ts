import type { Session } from '@navette/client';
import { useCallback, useEffect, useState } from 'react';
import type { Device } from '../device/device.ts';
import { takeTabLock } from '../device/tab-lock.ts';

export type OrgSession =
	| { readonly kind: 'opening' | 'no-access' | 'elsewhere' }
	| { readonly kind: 'open'; readonly session: Session };

/** Opens the session of an organisation until `signal` aborts; tells each state. */
async function runSession(
	device: Device,
	org: string,
	steal: boolean,
	tell: (state: OrgSession) => void,
	signal: AbortSignal,
): Promise<void> {
	const say = (state: OrgSession) => {
		if (!signal.aborted) tell(state);
	};
	const entry = await (await device.book).find(org);
	if (!entry) return say({ kind: 'no-access' });
	const lock = await takeTabLock(`navette.${org}`, steal);
	if (!lock) return say({ kind: 'elsewhere' });
	const session = await device.openSession(entry);
	const ended = Promise.withResolvers<void>();
	if (signal.aborted) ended.resolve();
	signal.addEventListener('abort', () => ended.resolve());
	say({ kind: 'open', session });
	await Promise.race([ended.promise, lock.lost]);
	say({ kind: 'elsewhere' });
	await session.close();
	lock.release();
	return undefined;
}

/** The session of an organisation while the component is mounted, and how to take it to this tab. */
export function useOrgSession(device: Device, org: string): readonly [OrgSession, () => void] {
	const [state, setState] = useState<OrgSession>({ kind: 'opening' });
	const [steals, setSteals] = useState(0);
	const [defect, setDefect] = useState<{ readonly cause: unknown }>();
	if (defect) throw defect.cause;
	useEffect(() => {
		const stop = new AbortController();
		setState({ kind: 'opening' });
		runSession(device, org, steals > 0, setState, stop.signal).catch((cause: unknown) =>
			setDefect({ cause }),
		);
		return () => stop.abort();
	}, [device, org, steals]);
	return [state, useCallback(() => setSteals((count) => count + 1), [])];
}
