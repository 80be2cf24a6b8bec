import type { Sheet } from '@navette/directory/client';
import { SheetScreen } from '@navette/directory/ui';
import { LoadingState, useObservable, useText } from '@navette/ui';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { isSamePlace, nameOf } from '../access/access.ts';
import { sponsorLinkOf } from '../access/entry.ts';
import { placeOfRight } from '../access/sheet-rights.ts';
import { useApp } from '../shell/app-context.ts';
import { PlainFrame } from '../shell/plain-frame.tsx';
import { appTexts } from '../shell/texts.ts';
import { useAccesses } from '../shell/use-accesses.ts';
import { setCode } from './enter.ts';
import { EntryPlace } from './entry-place.tsx';
import type { Known } from './own-identity.ts';
import { useWithdrawn } from './use-withdrawn.ts';

type Right = Sheet['rights'][number];

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
	const text = useText(appTexts);
	const navigate = useNavigate();
	const [pin, again] = usePinState();
	const accesses = useAccesses() ?? [];
	const standings = useObservable(holding.sessions.standings);
	const withdrawn = useWithdrawn(identity, holding.sessions);
	const nameOfRight = (right: Right) => {
		const place = placeOfRight(right);
		const access = accesses.find((one) => isSamePlace(one, place));
		return access ? nameOf(access) : right.org;
	};
	return (
		<SheetScreen
			{...{ deps, identity, session, pin }}
			stateOf={(right) => {
				if (withdrawn.has(right.right)) return 'revoked';
				const isOpen = standings.get(nameOfRight(right))?.state === 'presented';
				return isOpen ? 'presented' : 'kept';
			}}
			usageName={(usage) => new Map(Object.entries(text.usages)).get(usage) ?? usage}
			linkOf={(secret) => sponsorLinkOf(location.origin, secret)}
			onPin={async (code) => {
				const refused = await setCode(device, deps, identity, code);
				again();
				return refused;
			}}
			onOpen={(right) => void navigate({ to: '/$org', params: { org: nameOfRight(right) } })}
			onLeave={() => void own.leave().then(() => navigate({ to: '/' }))}
		/>
	);
}

/** One's own sheet, or the way to it. */
export function IdentityPage() {
	const { device, own, refuse } = useApp();
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
				<EntryPlace
					{...{ device, own, refuse, sponsor: undefined }}
					onDone={goHome}
					onLeave={goHome}
				/>
			)}
		</PlainFrame>
	);
}
