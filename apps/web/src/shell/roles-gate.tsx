import { Button } from '@mantine/core';
import {
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	type RoleView,
	SyncIndicator,
	useReport,
	useSession,
	useText,
} from '@navette/ui';
import { IconUserQuestion } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext } from 'react';
import { useApp } from './app-context.ts';
import { usePlace } from './place.ts';
import { PlainFrame } from './plain-frame.tsx';
import { appTexts } from './texts.ts';

const RolesContext = createContext<readonly RoleView[]>([]);

/** The roles of the person in the organisation, at least one. */
export const useRoles = (): readonly RoleView[] => useContext(RolesContext);

function ForgetAccess() {
	const text = useText(appTexts);
	const { holding } = useApp();
	const name = usePlace();
	const navigate = useNavigate();
	const forget = async () => {
		await holding.book.forget(name);
		await navigate({ to: '/' });
		await holding.sessions.end(name);
	};
	return (
		<Button variant="default" onClick={() => void forget()}>
			{text.forget}
		</Button>
	);
}

/** Shows what is below once the roles are known, from the server or as this device last knew them. */
export function RolesGate(props: { children: ReactNode }) {
	const text = useText(appTexts);
	const { org } = useSession();
	const { result, error, refresh } = useReport<{ readonly roles: readonly RoleView[] }>('Moi', {});
	if (result && result.roles.length > 0)
		return <RolesContext value={result.roles}>{props.children}</RolesContext>;
	const content = () => {
		if (result)
			return (
				<EmptyState
					level={1}
					icon={IconUserQuestion}
					title={text.noRoleTitle}
					action={<ForgetAccess />}
				>
					{text.noRole}
				</EmptyState>
			);
		if (error)
			return (
				<>
					<ErrorState level={1} error={error} retry={refresh} title={text.enterFailed} />
					{error.retry === 'later' ? null : <ForgetAccess />}
				</>
			);
		return (
			<Page title={text.entering(org)}>
				<p className="nv-quiet">{text.enteringWhy}</p>
				<LoadingState />
			</Page>
		);
	};
	return <PlainFrame sync={<SyncIndicator />}>{content()}</PlainFrame>;
}
