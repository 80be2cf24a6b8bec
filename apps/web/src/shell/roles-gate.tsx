import {
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	type RoleView,
	SyncIndicator,
	useObservable,
	useReport,
	useSession,
	useText,
} from '@navette/ui';
import { IconUserQuestion } from '@tabler/icons-react';
import { createContext, type ReactNode, useContext } from 'react';
import { ForgetAccess } from './forget-access.tsx';
import { PlainFrame } from './plain-frame.tsx';
import { appTexts } from './texts.ts';

const RolesContext = createContext<readonly RoleView[]>([]);

/** The roles of the person in the organisation, at least one. */
export const useRoles = (): readonly RoleView[] => useContext(RolesContext);

/** Shows what is below once the roles are known, from the server or as this device last knew them. */
export function RolesGate(props: { children: ReactNode }) {
	const text = useText(appTexts);
	const { org, sync } = useSession();
	const { error: refused } = useObservable(sync);
	const {
		result,
		error: notAnswered,
		refresh,
	} = useReport<{ readonly roles: readonly RoleView[] }>('Moi', {});
	if (result && result.roles.length > 0)
		return <RolesContext value={result.roles}>{props.children}</RolesContext>;
	/* a socket that is refused first: the report is not asked any more */
	const error = notAnswered ?? refused;
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
