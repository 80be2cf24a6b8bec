import { lookAtOffer } from '@navette/directory/client';
import { useEffect, useState } from 'react';
import type { Entry } from '../access/entry.ts';
import { findDirectory } from './find-directory.ts';

/** Whether the secret of an entry link is a sponsorship too: those of a demonstration are. */
export function useSponsored(entry: Entry | undefined): boolean {
	const [sponsored, setSponsored] = useState<Entry>();
	useEffect(() => {
		let isWanted = true;
		const look = async () => {
			if (!entry || entry.url !== undefined || entry.told) return;
			const deps = await findDirectory();
			if (!deps.ok) return;
			const found = await lookAtOffer(deps.value, { form: 'link', secret: entry.token });
			if (isWanted && found.ok && found.value.right?.org === entry.org) setSponsored(entry);
		};
		void look();
		return () => {
			isWanted = false;
		};
	}, [entry]);
	return entry !== undefined && sponsored === entry;
}
