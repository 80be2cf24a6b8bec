import {
	createRootRoute,
	createRoute,
	createRouter,
	Navigate,
	Outlet,
	useParams,
} from '@tanstack/react-router';
import { useEffect } from 'react';
import { lastRole } from './device/preference-store.ts';
import { IdentityPage } from './identity/identity-page.tsx';
import { DevicePage } from './pages/device-page.tsx';
import { HomePage } from './pages/home-page.tsx';
import { OrgPage } from './pages/org-page.tsx';
import { RolePage } from './pages/role-page.tsx';
import { screens } from './screens.ts';
import { DefectBoundary } from './shell/defect-boundary.tsx';
import { useRoles } from './shell/roles-gate.tsx';
import { homePath, roleSegment } from './shell/screen-path.ts';

/** An organisation without a role in the address: the one last used here, else the first. */
function ToLastRole() {
	const { org } = useParams({ from: '/$org' });
	const roles = useRoles();
	const last = lastRole.read(org);
	const role = roles.find(({ right }) => roleSegment(right) === last) ?? roles[0];
	if (!role) return null;
	const params = { org, role: roleSegment(role.right), _splat: homePath(screens, role.usage) };
	return <Navigate to="/$org/$role/$" params={params} replace />;
}

function RoleRoute() {
	const { org, role: segment, _splat: path = '' } = useParams({ from: '/$org/$role/$' });
	const role = useRoles().find(({ right }) => roleSegment(right) === segment);
	const home = role && homePath(screens, role.usage);
	useEffect(() => {
		if (role) lastRole.write(org, segment);
	}, [role, org, segment]);
	if (!role || home === undefined) return <Navigate to="/$org" params={{ org }} replace />;
	if (path === '' && home !== '') {
		const params = { org, role: segment, _splat: home };
		return <Navigate to="/$org/$role/$" params={params} replace />;
	}
	return <RolePage role={role} path={path} screens={screens} />;
}

const rootRoute = createRootRoute({
	component: () => (
		<DefectBoundary>
			<Outlet />
		</DefectBoundary>
	),
	notFoundComponent: () => <Navigate to="/" replace />,
});
const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: HomePage });
const deviceRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: '/~device',
	component: DevicePage,
});
const identityRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: '/~identity',
	component: IdentityPage,
});
const orgRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: '/$org',
	component: OrgPage,
});
const lastRoleRoute = createRoute({
	getParentRoute: () => orgRoute,
	path: '/',
	component: ToLastRole,
});
const roleRoute = createRoute({
	getParentRoute: () => orgRoute,
	path: '/$role/$',
	component: RoleRoute,
});

export const router = createRouter({
	routeTree: rootRoute.addChildren([
		homeRoute,
		deviceRoute,
		identityRoute,
		orgRoute.addChildren([lastRoleRoute, roleRoute]),
	]),
	scrollRestoration: true,
});

declare module '@tanstack/react-router' {
	interface Register {
		router: typeof router;
	}
}
