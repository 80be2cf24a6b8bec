import { lookAtRight, type Session } from '@navette/client';
import { systemTimers } from '@navette/core';
import type { Identity, Sheet } from '@navette/directory/client';
import { useObservable } from '@navette/ui';
import { useEffect, useRef, useState } from 'react';
import { strangerAt } from '../device/open-access.ts';
import type { Sessions } from '../device/sessions.ts';

type Right = Sheet['rights'][number];

/** How often services without an open session here are asked again, ms. */
const AGAIN = 60_000;

/** Whether its service knows a right no more; `undefined`: it did not say. */
const isWithdrawn = async (
	identity: Identity,
	{ service, org, right, url, granted }: Right,
): Promise<boolean | undefined> => {
	const holder = await identity.holderKey(service, org);
	const expected = { service, org, right, holder, key: granted?.key };
	const answer = await lookAtRight(strangerAt(url ?? location.origin), expected);
	if (answer.ok) return false;
	return answer.error.code === 'E-OFFER' ? true : undefined;
};

/** Calls `told` each time a session hears that the rights it carries are others. */
const followRights = (session: Session, told: () => void): (() => void) => {
	const report = session.report<{ readonly rights: readonly unknown[] }>('me', {});
	let before = '';
	const stop = report.subscribe(() => {
		const said = JSON.stringify(report.get().result?.rights ?? []);
		if (said !== before) told();
		before = said;
	});
	return () => {
		stop();
		report.release();
	};
};

/** Calls `look` when a right may have gone: an open session hears of it, the page is looked at again. */
const followAll = (sessions: readonly Session[], look: () => void): (() => void) => {
	const seen = () => {
		if (document.visibilityState === 'visible') look();
	};
	document.addEventListener('visibilitychange', seen);
	const stops = [
		systemTimers.every(AGAIN, seen),
		() => document.removeEventListener('visibilitychange', seen),
		...sessions.map((session) => followRights(session, look)),
	];
	look();
	return () => {
		for (const stop of stops) stop();
	};
};

/**
 * Ids of the rights of a sheet that their services know no more, as far as they answered: at once
 * where a session is open, within a minute elsewhere.
 */
export function useWithdrawn(identity: Identity, sessions: Sessions): ReadonlySet<string> {
	const [withdrawn, setWithdrawn] = useState<ReadonlySet<string>>(new Set());
	const standings = useObservable(sessions.standings);
	const turn = useRef(0);
	useEffect(() => {
		const look = async () => {
			turn.current++;
			const mine = turn.current;
			const { rights } = identity.sheet();
			const gone = await Promise.all(rights.map((right) => isWithdrawn(identity, right)));
			/* an answer that a later question overtook says what was */
			if (turn.current !== mine) return;
			const known = (at: number, before: ReadonlySet<string>) =>
				gone[at] ?? before.has(rights[at]?.right ?? '');
			setWithdrawn(
				(before) =>
					new Set(rights.filter((_right, at) => known(at, before)).map(({ right }) => right)),
			);
		};
		const stop = followAll(
			[...standings.values()].map(({ session }) => session),
			() => void look(),
		);
		return () => {
			turn.current++;
			stop();
		};
	}, [identity, standings]);
	return withdrawn;
}
