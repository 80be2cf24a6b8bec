export type {
	LiveDocument,
	LiveReport,
	LiveThread,
	Observable,
	OutboxEntry,
	ReportView,
	Session,
	SyncState,
	ThreadView,
	WatchOptions,
} from '@navette/client';
export * from './formats/index.ts';
export * from './i18n/index.ts';
export {
	type Navigation,
	NavigationProvider,
	useNavigation,
	useSearchText,
} from './navigation.tsx';
export {
	DENSITIES,
	type Density,
	type PreferenceStore,
	type Preferences,
	parsePreferences,
	THEMES,
	type ThemeChoice,
} from './preferences/preferences.ts';
export {
	PreferencesProvider,
	useFormats,
	useLanguage,
	usePreferences,
	useText,
} from './preferences/preferences-context.tsx';
export type { AppScreen, RoleView, ScreenProps, Usage } from './screen.ts';
export { ScreenLink } from './screen-link.tsx';
export { SessionProvider, useMaybeSession, useSession } from './session/session-context.tsx';
export { useNow } from './session/use-now.ts';
export { useObservable } from './session/use-observable.ts';
export { type ReportHandle, useReport } from './session/use-report.ts';
export { useThread } from './session/use-thread.ts';
