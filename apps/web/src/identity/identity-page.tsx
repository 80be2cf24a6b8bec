import { SheetScreen } from '@navette/directory/ui';
import { LoadingState, useObservable } from '@navette/ui';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { sponsorLinkOf } from '../access/entry.ts';
import { useApp } from '../shell/app-context.ts';
import { PlainFrame } from '../shell/plain-frame.tsx';
import { setCode } from './enter.ts';
import { EntryPlace } from './entry-place.tsx';
import type { Known } from './own-identity.ts';

/** Whether a code opens the profile that is open here. */
function usePinState(): readonly ['none' | 'unset' | 'set', () => void] {
	const { device, holding } = useApp();
	const id = holding.profile?.id;
	const [isSet, setIsSet] = useState(false);
	const look = useCallback(() => {
		if (id === undefined) return;
		void device
			.pins()
			.then((pins) => pins.list())
			.then((list) => setIsSet(list.some((one) => one.local === id)));
	}, [device, id]);
	useEffect(look, [look]);
	if (id === undefined) return ['none', look];
	return [isSet ? 'set' : 'unset', look];
}

function OwnSheet({ known: { deps, identity, session } }: { known: Known }) {
	const { device, holding, own } = useApp();
	const navigate = useNavigate();
	const [pin, again] = usePinState();
	return (
		<SheetScreen
			{...{ deps, identity, session, pin }}
			stateOf={({ org }) => holding.sessions.standing(org) ?? 'kept'}
			linkOf={(secret) => sponsorLinkOf(location.origin, secret)}
			onPin={async (code) => {
				const refused = await setCode(device, deps, identity, code);
				again();
				return refused;
			}}
			onOpen={(org) => void navigate({ to: '/$org', params: { org } })}
			onLeave={() => void own.leave().then(() => navigate({ to: '/' }))}
		/>
	);
}

/** One's own sheet, or the way to it. */
export function IdentityPage() {
	const { device, own } = useApp();
	const navigate = useNavigate();
	const known = useObservable(own.known);
	const goHome = () => void navigate({ to: '/' });
	return (
		<PlainFrame>
			{known ? (
				<Suspense fallback={<LoadingState />}>
					<OwnSheet known={known} />
				</Suspense>
			) : (
				<EntryPlace {...{ device, own, sponsor: undefined }} onDone={goHome} onLeave={goHome} />
			)}
		</PlainFrame>
	);
}
