import type { SheetKind } from './sheet-form.ts';

/** A setting of a sheet, and what it may be. */
export type SheetSetting =
	| {
			readonly name: 'avance' | 'tolG' | 'tolPct' | 'archJ';
			readonly type: 'number';
			readonly min: number;
			readonly max: number;
	  }
	| { readonly name: 'detPr' | 'rappels'; readonly type: 'yes-no' }
	| {
			readonly name: 'langue' | 'catRef';
			readonly type: 'choice';
			readonly choices: readonly ('fr' | 'en' | 'livraison' | 'ouverture')[];
	  };
export type SettingName = SheetSetting['name'];

const LANGUAGE: SheetSetting = { name: 'langue', type: 'choice', choices: ['fr', 'en'] };

/** Settings of each sheet, in the order in which they are shown. */
export const sheetSettings: Readonly<Record<SheetKind, readonly SheetSetting[]>> = {
	FGC: [
		{ name: 'avance', type: 'number', min: 0, max: 72 },
		{ name: 'tolG', type: 'number', min: 0, max: 10_000 },
		{ name: 'tolPct', type: 'number', min: 0, max: 100 },
		{ name: 'detPr', type: 'yes-no' },
		LANGUAGE,
	],
	FGP: [
		{ name: 'archJ', type: 'number', min: 7, max: 90 },
		{ name: 'tolPct', type: 'number', min: 0, max: 100 },
		{ name: 'catRef', type: 'choice', choices: ['livraison', 'ouverture'] },
	],
	FCO: [{ name: 'rappels', type: 'yes-no' }, LANGUAGE],
	FPR: [],
};
