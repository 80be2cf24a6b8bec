import { useEffect, useState } from 'react';
import { type DirectoryFault, findDirectory, type SiteDirectory } from './find-directory.ts';

type Found =
	| { readonly kind: 'asking' }
	| { readonly kind: 'found'; readonly deps: SiteDirectory }
	| { readonly kind: 'fault'; readonly fault: DirectoryFault };

/** The directory of this site, asked once; and how to ask again. */
export function useDirectory(): readonly [Found, () => void] {
	const [found, setFound] = useState<Found>({ kind: 'asking' });
	const [turn, setTurn] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another turn asks again
	useEffect(() => {
		let isWanted = true;
		const ask = async () => {
			const answer = await findDirectory();
			if (!isWanted) return;
			setFound(
				answer.ok ? { kind: 'found', deps: answer.value } : { kind: 'fault', fault: answer.error },
			);
		};
		void ask();
		return () => {
			isWanted = false;
		};
	}, [turn]);
	return [found, () => setTurn((before) => before + 1)];
}
