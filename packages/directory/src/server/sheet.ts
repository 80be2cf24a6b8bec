import { err, failure, ok } from '@navette/core';
import { defineOperation, defineReport } from '@navette/server';
import * as v from 'valibot';
import { type SheetData, SheetWrite } from '../model/index.ts';
import { users } from './own-user.ts';

/** Replaces the sheet of the caller, if nobody did since it was read. */
export const sheetWrite = defineOperation({
	name: 'sheet.write',
	about: 'Replaces the sealed sheet of the caller by its next revision.',
	input: SheetWrite,
	example: { rev: 2, bytes: 'AAAA' },
	who: users,
	async handler(context, sheet) {
		const user = context.account.id;
		const kept = await context.read<SheetData>('SHEET', { user });
		const rev = kept?.rev ?? 0;
		if (sheet.rev !== rev + 1) return err(failure('E-SHEET', { rev }));
		await context.write('SHEET', { user }, sheet);
		return ok({ rev: sheet.rev });
	},
});

/** The sheet of the caller. */
export const sheetRead = defineReport({
	name: 'sheet.read',
	about: 'The sealed sheet of the caller.',
	input: v.strictObject({}),
	example: {},
	who: users,
	async handler(source, _input, account) {
		const sheet = await source.read<SheetData>('SHEET', { user: account.id });
		return sheet ? ok(sheet) : err(failure('E-RIGHT'));
	},
});
