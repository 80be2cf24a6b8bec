const UNITS = {
	fr: ['octets', 'ko', 'Mo', 'Go', 'To'],
	en: ['bytes', 'kB', 'MB', 'GB', 'TB'],
} as const;

/** `1 234 octets`, `12,5 ko` / `1,234 bytes`, `12.5 kB`: thousands, one decimal. */
export const bytesText = (
	bytes: number,
	{ language, number }: { language: 'fr' | 'en'; number(value: number, decimals?: number): string },
): string => {
	const step = bytes < 1_000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
	return `${number(bytes / 1_000 ** step, step === 0 ? 0 : 1)}\u00a0${UNITS[language][step]}`;
};
