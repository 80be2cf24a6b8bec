import { directoryMutant } from './directory-mutant.ts';
import type { Mutant } from './mutant.ts';

/** A check of what a right says of itself, removed. */
const grantMutant = (check: string, edits: Mutant['edits']): Mutant => ({
	...{ check, edits, file: 'client/src/granted-right.ts' },
	tests: ['client/src/granted-right.test.ts'],
});

/** Checks of a device, each removed. */
export const DEVICE_MUTANTS: readonly Mutant[] = [
	grantMutant('what a right says, signed by another key than the one known', [
		['if (key !== undefined && granted.key !== key) return false;', ''],
	]),
	grantMutant('what was said of another right', [[' || granted.right !== right', '']]),
	grantMutant('what another service said', [['granted.service !== service || ', '']]),
	grantMutant('what was said in another organisation', [[' || granted.org !== org', '']]),
	grantMutant('what was said to another holder', [
		["!== bytesToBase64Url(hash('nv/public-key', holder.publicKey))", '=== ""'],
	]),
	grantMutant('what nobody signed', [
		[
			"return verify(bytes(granted.key), 'nv/grant', said, bytes(granted.signature))",
			'return !!bytes && !!said',
		],
	]),
	directoryMutant(
		...([
			'client',
			'right-signature',
			'a right of the sheet by a second key of its service',
		] as const),
		[['key: first?.granted?.key', 'key: granted.key']],
		'right-signature',
	),
	directoryMutant(
		...(['client', 'sheet', 'a sheet older than the one seen'] as const),
		[["if (head.rev < known.rev) return { kind: 'rollback' };", '']],
		'evil',
	),
	directoryMutant(
		...(['client', 'sheet', 'another sheet of the revision seen'] as const),
		[['if (head.rev === known.rev && head.digest !== known.digest)', 'if (head.rev === 0)']],
		'evil',
	),
	directoryMutant(
		...(['client', 'sheet', 'a sheet that does not follow the one seen'] as const),
		[['isNext && bytesToBase64Url(sheet.prev) !== known.digest', 'isNext && head.rev === 0']],
		'evil',
	),
	directoryMutant(
		...(['client', 'sheet', 'a sheet renumbered (both layers)'] as const),
		[
			["[realm, 'SHEET', user, rev]", "[realm, 'SHEET', user, rev * 0]"],
			['if (!parsed?.success || parsed.output.rev !== sealed.rev)', 'if (!parsed?.success)'],
		],
		'evil',
	),
	directoryMutant(
		...(['client', 'identity', 'the seal of one slot shown as that of another'] as const),
		[["[realm, 'ACCOUNT', user, slot]", "[realm, 'ACCOUNT', user, slot * 0]"]],
		'evil',
	),
	directoryMutant(
		...(['client', 'identity', 'what was seen before is not held against the answer'] as const),
		[
			[
				'openSheet(key, deps.realm, user, entered.sheet, known)',
				'openSheet(key, deps.realm, user, entered.sheet)',
			],
		],
		'evil',
	),
	directoryMutant(
		...(['client', 'identity', 'what was seen before, at the next reading'] as const),
		[['sealed.output, before)', 'sealed.output)']],
		'evil',
	),
	directoryMutant(
		...(['client', 'find-service', 'a record that the directory did not sign'] as const),
		[['isAsked && (await isSigned(deps, parsed.output))', 'isAsked']],
		'services',
	),
	directoryMutant(
		...(['client', 'find-service', 'where an organisation is, when it was not signed'] as const),
		[['(await verify(key, LABEL, ofHosting, bytes(hosting.signature))) &&', '']],
		'services',
	),
	directoryMutant(
		...(['client', 'find-service', 'the answer to another question'] as const),
		[['hosting.org === asked.org &&', '']],
		'services',
	),
	directoryMutant(
		...(['client', 'find-service', 'a record older than the one seen'] as const),
		[["if (now.rev < before.rev) return { kind: 'rollback' };", '']],
		'services',
	),
	directoryMutant(
		...(['client', 'find-service', 'another record of the revision seen'] as const),
		[['now.rev === before.rev && now.signature', 'now.rev === 0 && now.signature']],
		'services',
	),
	directoryMutant(
		...(['client', 'find-service', 'a known record that is said not to be'] as const),
		[["before && answer.error.code === 'E-SERVICE'", 'before && before.hosting.rev === 0']],
		'services',
	),
];
