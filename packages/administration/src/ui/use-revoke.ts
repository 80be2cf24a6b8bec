import type { AccessData } from '@navette/server/model';
import { useAnnounce, useSession, useText, useUndo } from '@navette/ui';
import { useCallback, useState } from 'react';
import { adminTexts } from './texts.ts';

type Refused = Extract<
	Awaited<ReturnType<ReturnType<typeof useSession>['call']>>,
	{ readonly ok: false }
>['error'];

/**
 * Withdraws an access at once; for ten seconds it can be given back, the same link with the same
 * rights. Only the hash of the link is needed for that.
 */
export function useRevoke() {
	const text = useText(adminTexts);
	const session = useSession();
	const offerUndo = useUndo();
	const announce = useAnnounce();
	const [refused, setRefused] = useState<Refused>();
	const run = useCallback(
		async (name: string, input: unknown): Promise<boolean> => {
			const outcome = await session.call(name, input);
			setRefused(outcome.ok ? undefined : outcome.error);
			return outcome.ok;
		},
		[session],
	);
	const revoke = useCallback(
		async (hash: string, { account, label, rights }: AccessData) => {
			if (!(await run('access.revoke', { hash }))) return;
			const name = label === '' ? account : label;
			const undo = async () => {
				if (await run('access.grant', { hash, account, label, rights }))
					announce(text.restored(name));
			};
			offerUndo({ message: text.revoked(name), undo: () => void undo() });
		},
		[run, offerUndo, announce, text],
	);
	return { revoke, refused };
}
