export type {
	DraftView,
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
export type { Action } from './actions/action.ts';
export { ActionsProvider, useActionDialogs, useActions } from './actions/actions-context.tsx';
export { KeyHint } from './actions/key-hint.tsx';
export { BarChart } from './chart/bar-chart.tsx';
export { MomentField } from './fields/moment-field.tsx';
export * from './formats/index.ts';
export { DataGrid } from './grid/data-grid.tsx';
export type { CellEditing, GridColumn } from './grid/grid-column.ts';
export { type GuideStep, minutesOf } from './guide/guide.ts';
export { GuidePanel } from './guide/guide-panel.tsx';
export * from './i18n/index.ts';
export {
	type Navigation,
	NavigationProvider,
	useNavigation,
	useSearchText,
} from './navigation.tsx';
export { AnnouncerProvider, useAnnounce } from './parts/announcer.tsx';
export { Chip } from './parts/chip.tsx';
export { DataAge } from './parts/data-age.tsx';
export { Dialog, Sheet } from './parts/dialog.tsx';
export type { IconPart } from './parts/icon-part.ts';
export { Columns, Page } from './parts/page.tsx';
export { Stat, Stats } from './parts/stat.tsx';
export { DefectState, EmptyState, ErrorState, LoadingState, WhenReady } from './parts/states.tsx';
export type { Tone } from './parts/tone.ts';
export { type PhraseMaker, PhraseMakerProvider, usePhraseMaker } from './phrases/phrase-maker.ts';
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
export { Prefill, PrefillProvider } from './prefill/prefill.tsx';
export { QrCode } from './qr/qr-code.tsx';
export type { AppScreen, RoleView, ScreenProps, Usage } from './screen.ts';
export { ScreenLink } from './screen-link.tsx';
export { SessionProvider, useMaybeSession, useSession } from './session/session-context.tsx';
export { type DraftHandle, useDraft } from './session/use-draft.ts';
export { useNow } from './session/use-now.ts';
export { useObservable } from './session/use-observable.ts';
export { type ReportHandle, useReport } from './session/use-report.ts';
export { useThread } from './session/use-thread.ts';
export { Layout } from './shell/layout.tsx';
export { Logo } from './shell/logo.tsx';
export type { NavItem, RoleItem } from './shell/nav-item.tsx';
export { PreferencesForm } from './shell/preferences-form.tsx';
export { QuantityStepper } from './steppers/quantity-stepper.tsx';
export { WeightStepper } from './steppers/weight-stepper.tsx';
export {
	type AppUpdate,
	AppUpdateProvider,
	UpdateBanner,
	useAppUpdate,
} from './sync/app-update.tsx';
export { SyncIndicator } from './sync/sync-indicator.tsx';
export { ThemeProvider } from './theme/theme-provider.tsx';
export { UNDO_MS, type Undoable, UndoProvider, useUndo } from './undo/undo.tsx';
