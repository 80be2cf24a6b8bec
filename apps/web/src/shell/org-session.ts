import type { Session } from '@navette/client';
import { useEffect, useState } from 'react';
import type { Holding } from '../device/holding.ts';

export type OrgSession =
	| { readonly kind: 'opening' | 'no-access' }
	| { readonly kind: 'open'; readonly session: Session };

/** The session of a place, by its name here. It stays open for the next page: moving around reopens nothing. */
export function useOrgSession(holding: Holding, name: string): OrgSession {
	const [state, setState] = useState<OrgSession>({ kind: 'opening' });
	const [defect, setDefect] = useState<{ readonly cause: unknown }>();
	if (defect) throw defect.cause;
	useEffect(() => {
		let isWanted = true;
		const open = async () => {
			const entry = await holding.book.find(name);
			const next: OrgSession = entry
				? { kind: 'open', session: await holding.sessions.open(entry) }
				: { kind: 'no-access' };
			if (isWanted) setState(next);
		};
		setState({ kind: 'opening' });
		open().catch((cause: unknown) => isWanted && setDefect({ cause }));
		return () => {
			isWanted = false;
		};
	}, [holding, name]);
	return state;
}
