import { useEffect, useState } from 'react';
import { useSession } from './session-context.tsx';

/** Organisation time (ms), read again every `everyMs` (30 s by default). */
export function useNow(everyMs = 30_000): number {
	const session = useSession();
	const [now, setNow] = useState(() => session.now());
	useEffect(() => {
		setNow(session.now());
		const timer = setInterval(() => setNow(session.now()), everyMs);
		return () => clearInterval(timer);
	}, [session, everyMs]);
	return now;
}
