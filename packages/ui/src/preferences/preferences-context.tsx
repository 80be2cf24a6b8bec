import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { createFormats, type Formats } from '../formats/index.ts';
import type { Language, Messages } from '../i18n/index.ts';
import { type PreferenceStore, type Preferences, parsePreferences } from './preferences.ts';

interface PreferencesValue {
	readonly preferences: Preferences;
	readonly formats: Formats;
	change(change: Partial<Preferences>): void;
}

const PreferencesContext = createContext<PreferencesValue | undefined>(undefined);

interface Props {
	readonly store: PreferenceStore;
	/** used until the person chooses */
	readonly language: Language;
	readonly timeZone?: string;
	readonly children: ReactNode;
}

/** Keeps the preferences of the device and gives texts and formats in the chosen language. */
export function PreferencesProvider({ store, language, timeZone, children }: Props) {
	const [preferences, setPreferences] = useState(() => parsePreferences(store.read(), language));
	const change = useCallback(
		(part: Partial<Preferences>) =>
			setPreferences((present) => {
				const next = { ...present, ...part };
				store.write(JSON.stringify(next));
				return next;
			}),
		[store],
	);
	const formats = useMemo(
		() => createFormats(preferences.language, timeZone),
		[preferences.language, timeZone],
	);
	const value = useMemo(() => ({ preferences, formats, change }), [preferences, formats, change]);
	return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

const useValue = (): PreferencesValue => {
	const value = useContext(PreferencesContext);
	if (!value) throw new Error('preferences asked outside a PreferencesProvider');
	return value;
};

/** The preferences of the device and the way to change some. */
export function usePreferences(): readonly [Preferences, (change: Partial<Preferences>) => void] {
	const { preferences, change } = useValue();
	return [preferences, change];
}

export const useLanguage = (): Language => useValue().preferences.language;

/** The texts of a feature in the chosen language. */
export const useText = <T,>(messages: Messages<T>): T => messages[useLanguage()];

/** Formats of values in the chosen language and the time zone of the organisation. */
export const useFormats = (): Formats => useValue().formats;
