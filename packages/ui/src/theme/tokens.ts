/** Colours by use. Text on `paper`, `surface` or `sunk` always has 4.5:1; `control` has 3:1. */
export interface Tokens {
	/** the page */
	readonly paper: string;
	/** cards, bars, inputs */
	readonly surface: string;
	/** grooves, table heads, hovered rows */
	readonly sunk: string;
	/** decoration only */
	readonly line: string;
	/** borders of controls */
	readonly control: string;
	readonly ink: string;
	readonly 'ink-dim': string;
	/** links, chosen items, primary actions */
	readonly accent: string;
	readonly 'accent-soft': string;
	/** text on `accent` */
	readonly 'on-accent': string;
	readonly danger: string;
	readonly 'danger-soft': string;
	readonly warn: string;
	readonly 'warn-soft': string;
	readonly info: string;
	readonly 'info-soft': string;
	readonly focus: string;
}

export type TokenSet = 'light' | 'dark' | 'light-contrast' | 'dark-contrast';

const light: Tokens = {
	paper: '#f6f6f1',
	surface: '#ffffff',
	sunk: '#ecebe5',
	line: '#dad9d2',
	control: '#84837a',
	ink: '#1d2625',
	'ink-dim': '#565b57',
	accent: '#006f57',
	'accent-soft': '#dbf1e9',
	'on-accent': '#ffffff',
	danger: '#9e3621',
	'danger-soft': '#ffe3db',
	warn: '#7a5200',
	'warn-soft': '#f6ead2',
	info: '#3c5e91',
	'info-soft': '#e1ecfc',
	focus: '#006f57',
};

const dark: Tokens = {
	paper: '#141b1a',
	surface: '#1d2524',
	sunk: '#28302f',
	line: '#363f3e',
	control: '#7f8a88',
	ink: '#e4ecea',
	'ink-dim': '#a7b1b0',
	accent: '#67bca3',
	'accent-soft': '#12372e',
	'on-accent': '#06130f',
	danger: '#ffa996',
	'danger-soft': '#4a1d12',
	warn: '#dfbe7c',
	'warn-soft': '#3d2c0a',
	info: '#a8c4ef',
	'info-soft': '#1c3354',
	focus: '#92d2bd',
};

export const tokenSets: Readonly<Record<TokenSet, Tokens>> = {
	light,
	dark,
	'light-contrast': {
		...light,
		paper: '#ffffff',
		sunk: '#f0f0ec',
		line: '#34332d',
		control: '#000000',
		ink: '#000000',
		'ink-dim': '#1d2625',
		accent: '#003e2f',
		danger: '#5c180a',
		warn: '#482d00',
		info: '#1c3354',
		focus: '#000000',
	},
	'dark-contrast': {
		...dark,
		paper: '#000000',
		surface: '#000000',
		sunk: '#18201f',
		line: '#c3cdcb',
		control: '#ffffff',
		ink: '#ffffff',
		'ink-dim': '#e4ecea',
		accent: '#bbe4d5',
		danger: '#ffc9bc',
		warn: '#ecd6ac',
		info: '#c7dbf7',
		focus: '#ffffff',
	},
};
