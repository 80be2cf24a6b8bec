import { circuitSummaries } from '@navette/circuit/ui';
import {
	Chip,
	LoadingState,
	type RoleView,
	SessionProvider,
	SyncIndicator,
	useLanguage,
	useObservable,
	useReport,
	useSession,
	useText,
} from '@navette/ui';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { type Access, nameOf } from '../access/access.ts';
import { useApp } from '../shell/app-context.ts';
import { ForgetAccess } from '../shell/forget-access.tsx';
import { useOrgSession } from '../shell/org-session.ts';
import { PlaceProvider, usePlace } from '../shell/place.ts';
import { roleName } from '../shell/roles.ts';
import { roleSegment } from '../shell/screen-path.ts';
import { appTexts } from '../shell/texts.ts';

function RoleLink({ role }: { role: RoleView }) {
	const text = useText(appTexts);
	const { org } = useSession();
	const place = usePlace();
	const name = role.usage === 'ADM' ? org : roleName(role);
	return (
		<Link
			className="nv-item app-org"
			to="/$org/$role/$"
			params={{ org: place, role: roleSegment(role.right), _splat: '' }}
		>
			<span>{name}</span>
			<Chip>{text.usages[role.usage]}</Chip>
			<IconChevronRight size={20} aria-hidden />
		</Link>
	);
}

function RoleSummary({ role }: { role: RoleView }) {
	const Summary = circuitSummaries[role.usage];
	if (!Summary) return null;
	return (
		<Suspense fallback={<LoadingState rows={1} />}>
			<Summary role={role} />
		</Suspense>
	);
}

/** Why nothing comes of an access any more, and the way to be rid of it. */
function Refused() {
	const language = useLanguage();
	const { error } = useObservable(useSession().sync);
	if (!error) return null;
	return (
		<>
			<p role="status">{error.sentence[language]}</p>
			<div className="app-actions">
				<ForgetAccess />
			</div>
		</>
	);
}

function Content({ url }: { url: string | undefined }) {
	const text = useText(appTexts);
	const { org } = useSession();
	const place = usePlace();
	const host = url === undefined ? undefined : new URL(url).host;
	const { result, error } = useReport<{ readonly roles: readonly RoleView[] }>('Moi', {});
	const roles = result?.roles ?? [];
	return (
		<section
			className="nv-card app-org-card"
			aria-label={host === undefined ? org : `${org}, ${host}`}
		>
			<header>
				<h3>
					<Link to="/$org" params={{ org: place }}>
						{org}
					</Link>
					{host === undefined ? null : <small>{host}</small>}
				</h3>
				<SyncIndicator />
			</header>
			<Refused />
			{error && !result ? <p className="nv-quiet">{text.enterFailed}</p> : null}
			{roles.map((role) => (
				<div key={role.right} className="app-role">
					<RoleSummary role={role} />
					<RoleLink role={role} />
				</div>
			))}
		</section>
	);
}

/** One organisation on the home page: what matters there, and the roles one has. */
export function OrgCard({ access }: { access: Access }) {
	const name = nameOf(access);
	const state = useOrgSession(useApp().holding, name);
	if (state.kind !== 'open') return <LoadingState rows={1} />;
	return (
		<PlaceProvider value={name}>
			<SessionProvider session={state.session}>
				<Content url={access.url} />
			</SessionProvider>
		</PlaceProvider>
	);
}
