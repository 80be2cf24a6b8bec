import { lookAtRight } from '@navette/client';
import type { Identity, Sheet } from '@navette/directory/client';
import { useEffect, useState } from 'react';
import { strangerAt } from '../device/open-access.ts';

type Right = Sheet['rights'][number];

/** Whether its service knows a right no more; nobody is asked twice, and silence says nothing. */
const isWithdrawn = async (identity: Identity, { service, org, right, url, granted }: Right) => {
	const holder = await identity.holderKey(service, org);
	const expected = { service, org, right, holder, key: granted?.key };
	const answer = await lookAtRight(strangerAt(url ?? location.origin), expected);
	return !answer.ok && answer.error.code === 'E-OFFER';
};

/** Ids of the rights of a sheet that their services know no more, as far as they answered. */
export function useWithdrawn(identity: Identity): ReadonlySet<string> {
	const [withdrawn, setWithdrawn] = useState<ReadonlySet<string>>(new Set());
	useEffect(() => {
		let isWanted = true;
		const look = async (right: Right) => {
			const isGone = await isWithdrawn(identity, right);
			/* drawn anew either way: sessions were opened meanwhile */
			if (isWanted)
				setWithdrawn((before) => new Set([...before, ...(isGone ? [right.right] : [])]));
		};
		for (const right of identity.sheet().rights) void look(right);
		return () => {
			isWanted = false;
		};
	}, [identity]);
	return withdrawn;
}
