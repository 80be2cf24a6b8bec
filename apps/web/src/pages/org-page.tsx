import { Button } from '@mantine/core';
import { EmptyState, LoadingState, Page, SessionProvider, useText } from '@navette/ui';
import { IconKey } from '@tabler/icons-react';
import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useApp } from '../shell/app-context.ts';
import { useOrgSession } from '../shell/org-session.ts';
import { PlaceProvider } from '../shell/place.ts';
import { PlainFrame } from '../shell/plain-frame.tsx';
import { RolesGate } from '../shell/roles-gate.tsx';
import { appTexts } from '../shell/texts.ts';

function NoAccess({ org }: { org: string }) {
	const text = useText(appTexts);
	const navigate = useNavigate();
	return (
		<PlainFrame>
			<EmptyState
				level={1}
				icon={IconKey}
				title={text.notHereTitle(org)}
				action={<Button onClick={() => void navigate({ to: '/' })}>{text.goHome}</Button>}
			>
				{text.notHere}
			</EmptyState>
		</PlainFrame>
	);
}

/** An organisation, its session open below this page. */
export function OrgPage() {
	const text = useText(appTexts);
	const { org } = useParams({ from: '/$org' });
	const state = useOrgSession(useApp().holding, org);
	switch (state.kind) {
		case 'no-access':
			return <NoAccess org={org} />;
		case 'opening':
			return (
				<PlainFrame>
					<Page title={text.entering(org)}>
						<LoadingState />
					</Page>
				</PlainFrame>
			);
		case 'open':
			return (
				<PlaceProvider value={org}>
					<SessionProvider session={state.session}>
						<RolesGate>
							<Outlet />
						</RolesGate>
					</SessionProvider>
				</PlaceProvider>
			);
	}
}
