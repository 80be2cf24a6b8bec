import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect, useLayoutEffect } from 'react';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { theme } from './theme.ts';

const SCHEME = 'data-mantine-color-scheme';

/** Paper is white: pages print light whatever the theme shown. */
function usePrintedLight(shown: string): void {
	useEffect(() => {
		const root = document.documentElement;
		const toLight = () => root.setAttribute(SCHEME, 'light');
		const toShown = () => root.setAttribute(SCHEME, shown);
		addEventListener('beforeprint', toLight);
		addEventListener('afterprint', toShown);
		return () => {
			removeEventListener('beforeprint', toLight);
			removeEventListener('afterprint', toShown);
		};
	}, [shown]);
}

/**
 * Colours, density and language of the page, from the preferences. Mantine is told to write no
 * `<style>` of its own: `styles.css` holds what it would write (see `theme-css.ts`).
 */
export function ThemeProvider(props: { children: ReactNode }) {
	const [{ theme: choice, density, language }] = usePreferences();
	const options = { getInitialValueInEffect: false };
	const systemDark = useMediaQuery('(prefers-color-scheme: dark)', false, options);
	const scheme = choice === 'light' || choice === 'dark' ? choice : systemDark ? 'dark' : 'light';
	usePrintedLight(scheme);
	useLayoutEffect(() => {
		const root = document.documentElement;
		root.lang = language;
		root.dataset.density = density;
		if (choice === 'contrast') root.dataset.contrast = 'more';
		else delete root.dataset.contrast;
	}, [choice, density, language]);
	return (
		<MantineProvider
			theme={theme}
			forceColorScheme={scheme}
			withCssVariables={false}
			withGlobalClasses={false}
		>
			{props.children}
		</MantineProvider>
	);
}
