import { useEffect, useState } from 'react';
import type { Entry } from '../access/entry.ts';
import { useApp } from './app-context.ts';

/** The accesses of whoever works on this device; `undefined` until they are read. */
export function useAccesses(): readonly Entry[] | undefined {
	const { holding } = useApp();
	const [accesses, setAccesses] = useState<readonly Entry[]>();
	useEffect(() => {
		let mounted = true;
		void holding.book.list().then((list) => mounted && setAccesses(list));
		return () => {
			mounted = false;
		};
	}, [holding]);
	return accesses;
}
