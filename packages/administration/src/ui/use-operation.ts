import { useSession } from '@navette/ui';
import { useCallback, useState } from 'react';

type Outcome = Awaited<ReturnType<ReturnType<typeof useSession>['call']>>;
type Refused = Extract<Outcome, { readonly ok: false }>['error'];

/** Calls operations one at a time, keeps the last refusal, and looks at the report again. */
export function useOperation(refresh: () => void) {
	const session = useSession();
	const [refused, setRefused] = useState<Refused>();
	const [isBusy, setBusy] = useState(false);
	const run = useCallback(
		async (name: string, input: unknown): Promise<boolean> => {
			setBusy(true);
			const outcome = await session.call(name, input);
			setBusy(false);
			setRefused(outcome.ok ? undefined : outcome.error);
			refresh();
			return outcome.ok;
		},
		[session, refresh],
	);
	return { run, refused, isBusy };
}
