import type { LiveThread, ThreadView, WatchOptions } from '@navette/client';
import { useEffect, useState } from 'react';
import { useSession } from './session-context.tsx';
import { useObservable } from './use-observable.ts';

const noDocuments = new Map<string, never>();
const loading: ThreadView = { status: 'loading', version: 0, documents: () => noDocuments };

/**
 * The thread of a path (`CMDC/dupleix.bocage.20250614`), listened to as long as the component is
 * mounted. Without a path nothing is asked and the view stays `loading`.
 */
export function useThread(path: string | undefined, options?: WatchOptions): ThreadView {
	const session = useSession();
	const asked = JSON.stringify([path, options]);
	const [held, setHeld] = useState<{ asked: string; thread: LiveThread }>();
	useEffect(() => {
		const [name, watchOptions] = JSON.parse(asked) as [string | null, WatchOptions | null];
		if (name === null) return undefined;
		const thread = session.watch(name, watchOptions ?? undefined);
		setHeld({ asked, thread });
		return () => thread.release();
	}, [session, asked]);
	return useObservable(held?.asked === asked ? held.thread : undefined) ?? loading;
}
