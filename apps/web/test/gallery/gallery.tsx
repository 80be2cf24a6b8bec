import '@navette/ui/styles.css';
import {
	ActionsProvider,
	AnnouncerProvider,
	AppUpdateProvider,
	Layout,
	languageOf,
	type NavItem,
	PreferencesProvider,
	type RoleItem,
	SessionProvider,
	SyncIndicator,
	ThemeProvider,
	UndoProvider,
	useActionDialogs,
} from '@navette/ui';
import { IconBasket, IconBook, IconCalendar, IconMessage, IconUsers } from '@tabler/icons-react';
import { createRoot } from 'react-dom/client';
import { Samples } from './samples.tsx';
import { createStubSession } from './stub-session.ts';

const stub = createStubSession();
Object.assign(window, { stub });

const nothing = () => undefined;
const item = (label: string, icon: NavItem['icon'], current = false): NavItem => ({
	...{ id: label, label, icon, current, href: '#', go: nothing },
});
const items = [
	item('Mes livraisons', IconBasket, true),
	item('Calendrier', IconCalendar),
	item('Catalogues', IconBook),
	item('Discussion', IconMessage),
	item('Annuaire', IconUsers),
];
const role = (name: string, detail: string, current = false): RoleItem => ({
	...{ id: name, name, detail, icon: IconUsers, current, choose: nothing },
});
const roles = [
	role('Camille Ortega', 'Consommateur', true),
	role('Groupe Dupleix', 'Animateur du groupe'),
];

function Frame() {
	const { openHelp } = useActionDialogs();
	return (
		<Layout
			{...{ items, roles, openHelp, homeHref: '#', goHome: nothing }}
			sync={<SyncIndicator />}
		>
			<Samples />
		</Layout>
	);
}

const place = document.getElementById('app');
if (place)
	createRoot(place).render(
		<PreferencesProvider
			store={{ read: () => undefined, write: nothing }}
			language={languageOf(navigator.languages)}
		>
			<ThemeProvider>
				<SessionProvider session={stub.session}>
					<AppUpdateProvider value={{ ready: false, reload: nothing }}>
						<AnnouncerProvider>
							<ActionsProvider>
								<UndoProvider>
									<Frame />
								</UndoProvider>
							</ActionsProvider>
						</AnnouncerProvider>
					</AppUpdateProvider>
				</SessionProvider>
			</ThemeProvider>
		</PreferencesProvider>,
	);
