import { useEffect, useState } from 'react';
import type { Access } from '../access/access.ts';
import { useApp } from './app-context.ts';

/** The accesses of whoever works on this device; `undefined` until they are read. */
export function useAccesses(): readonly Access[] | undefined {
	const { holding } = useApp();
	const [accesses, setAccesses] = useState<readonly Access[]>();
	useEffect(() => {
		let mounted = true;
		void holding.book.list().then((list) => mounted && setAccesses(list));
		return () => {
			mounted = false;
		};
	}, [holding]);
	return accesses;
}
