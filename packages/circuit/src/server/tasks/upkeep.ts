import { type Failure, ok, type Result } from '@navette/core';
import type { DocumentSource, OperationContext } from '@navette/engine';
import type { Key } from '@navette/model';
import { defineTask } from '@navette/server';
import * as v from 'valibot';
import { anonymised, type ConsumerSheet, phaseOf } from '../../model/index.ts';
import { withdrawRight } from '../accesses.ts';
import { readGrouped, readOne } from '../documents.ts';
import { saveGroupDirectories, saveGroupementDirectories } from '../save-directories.ts';
import { selfCheckDirectories } from '../self-check.ts';
import { rightOn, saveSheet } from '../sheets.ts';
import { CHECK_DELIVERY } from './check-delivery.ts';

const isLiving = ({ data }: { readonly data: Parameters<typeof phaseOf>[0] }, now: number) => {
	const phase = phaseOf(data, now);
	return phase !== 6 && phase !== 'X';
};

const isKnown = ({ carte, acces }: ConsumerSheet): boolean =>
	carte.nom !== carte.init || acces.length > 0;

/** Whether an order of somebody who left is in a delivery that still lives. */
const isConcerned = async (source: DocumentSource, { gc = '', co = '' }: Key): Promise<boolean> => {
	for (const { key } of await readGrouped(source, 'BCC', 'consumer', { gc, co })) {
		const delivery = await readOne(source, 'LIVRG', key);
		if (delivery && isLiving({ data: delivery }, source.now)) return true;
	}
	return false;
};

/** Consumers who left, and whose last delivery is archived: only initials are kept of them. */
const forgetLeavers = async (context: OperationContext): Promise<void> => {
	for (const { key, data } of await context.list<ConsumerSheet>('FCO')) {
		if (data.st !== 9 || !isKnown(data) || (await isConcerned(context, key))) continue;
		for (const { hash } of data.acces)
			await withdrawRight(context, hash, rightOn('FCO', `${key.gc}.${key.co}`, 1));
		await saveSheet(context, 'FCO', key, anonymised(data));
	}
};

const repairDirectories = async (context: OperationContext): Promise<void> => {
	for (const { key } of await context.list('FGC'))
		await saveGroupDirectories(context, key.gc ?? '');
	for (const { key } of await context.list('FGP'))
		await saveGroupementDirectories(context, key.gp ?? '');
};

const checkDeliveries = async (context: OperationContext): Promise<void> => {
	for (const { key } of await context.list('FGP')) {
		const { gp = '' } = key;
		for (const one of await readGrouped(context, 'LIVRG', 'groupement', { gp })) {
			if (!isLiving(one, context.now)) continue;
			const { livr } = one.key;
			const id = `circuit/${gp}.${livr}/check`;
			await context.defer({ name: CHECK_DELIVERY, input: { gp, livr }, id });
		}
	}
};

const keepUp = async (
	context: OperationContext,
	isWrong: boolean,
): Promise<Result<null, Failure>> => {
	await forgetLeavers(context);
	if (isWrong) await repairDirectories(context);
	await checkDeliveries(context);
	return ok(null);
};

/** What Circuit does each night: directories and deliveries are checked, leavers are forgotten. */
export const upkeep = defineTask({
	name: 'circuit.upkeep',
	about: 'Checks directories and deliveries against a rebuild, and forgets consumers who left.',
	input: v.strictObject({}),
	daily: { hour: 3, each: 'organisation', timeZone: 'Europe/Paris', spreadMinutes: 50 },
	async handler({ read, log }) {
		const found = await read(async (source) => ok(await selfCheckDirectories(source)));
		if (!found.ok) return found;
		for (const { document } of found.value) log.error('circuit.derived-differs', { document });
		return ok((context: OperationContext) => keepUp(context, found.value.length > 0));
	},
});
