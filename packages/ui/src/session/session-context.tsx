import type { Session } from '@navette/client';
import { createContext, type ReactNode, useContext } from 'react';

const SessionContext = createContext<Session | undefined>(undefined);

/** Gives the open session to the screens below. */
export function SessionProvider(props: { session: Session; children: ReactNode }) {
	return <SessionContext value={props.session}>{props.children}</SessionContext>;
}

/** The open session. Only for components below a `SessionProvider`: elsewhere a defect. */
export function useSession(): Session {
	const session = useContext(SessionContext);
	if (!session) throw new Error('useSession outside a SessionProvider');
	return session;
}

/** The open session, or `undefined` before entry. */
export const useMaybeSession = (): Session | undefined => useContext(SessionContext);
