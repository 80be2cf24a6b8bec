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

/**
 * Two looks that have nothing in common, so that each language, theme and width is looked at; all
 * eight with `NAVETTE_LOOKS=all`.
 */
export const LOOKS: readonly Look[] =
	process.env.NAVETTE_LOOKS === 'all'
		? all
		: [all.at(0), all.at(-1)].filter((look) => look !== undefined);
