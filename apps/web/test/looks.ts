/** One language, theme and width in which a screen is looked at. */
export interface Look {
	readonly language: 'fr' | 'en';
	readonly locale: 'fr-FR' | 'en-GB';
	readonly theme: 'light' | 'dark';
	readonly width: 360 | 1280;
}

const all = (['fr', 'en'] as const).flatMap((language) =>
	(['light', 'dark'] as const).flatMap((theme) =>
		([360, 1280] as const).map(
			(width): Look => ({
				...{ language, theme, width },
				locale: language === 'fr' ? 'fr-FR' : 'en-GB',
			}),
		),
	),
);

const second = ({ language, theme, width }: Look): number =>
	[language === 'en', theme === 'dark', width === 1280].filter(Boolean).length;

/**
 * Four looks in which every two of a language, a theme and a width come together; all eight with
 * `NAVETTE_LOOKS=all`.
 */
export const LOOKS: readonly Look[] =
	process.env.NAVETTE_LOOKS === 'all' ? all : all.filter((look) => second(look) % 2 === 0);
