import type { DocumentSource, OperationContext } from '@navette/engine';
import {
	type Calendar,
	type ConsumersDirectory,
	type GeneralDirectory,
	type ProducersDirectory,
	rebuildCalendar,
	rebuildConsumersDirectory,
	rebuildGeneralDirectory,
	rebuildProducersDirectory,
} from '../model/index.ts';
import { byKeyProperty, readGrouped, readOne, writeIfChanged } from './documents.ts';

/** RG as the sheets say it should be. */
export const generalDirectoryOf = async (source: DocumentSource): Promise<GeneralDirectory> =>
	rebuildGeneralDirectory(
		byKeyProperty(await source.list('FGC'), 'gc'),
		byKeyProperty(await source.list('FGP'), 'gp'),
	);

/** RC of a group as the sheets say it should be; `undefined` without a group. */
export const consumersDirectoryOf = async (
	source: DocumentSource,
	gc: string,
): Promise<ConsumersDirectory | undefined> => {
	const group = await readOne(source, 'FGC', { gc });
	const consumers = await readGrouped(source, 'FCO', 'group', { gc });
	return group && rebuildConsumersDirectory(group, byKeyProperty(consumers, 'co'));
};

/** RP of a groupement as the sheets say it should be; `undefined` without a groupement. */
export const producersDirectoryOf = async (
	source: DocumentSource,
	gp: string,
): Promise<ProducersDirectory | undefined> => {
	const groupement = await readOne(source, 'FGP', { gp });
	const producers = await readGrouped(source, 'FPR', 'groupement', { gp });
	return groupement && rebuildProducersDirectory(groupement, byKeyProperty(producers, 'pr'));
};

/** CALG of a groupement as its deliveries say it should be. */
export const calendarOf = async (source: DocumentSource, gp: string): Promise<Calendar> => {
	const deliveries = await readGrouped(source, 'LIVRG', 'groupement', { gp });
	const current = (await readOne(source, 'CALG', { gp })) ?? null;
	return rebuildCalendar(byKeyProperty(deliveries, 'livr'), current);
};

/** Writes again the directories that the sheet of a group, or of one of its consumers, shows in. */
export const saveGroupDirectories = async (
	context: OperationContext,
	gc: string,
): Promise<void> => {
	await writeIfChanged(context, 'RG', {}, await generalDirectoryOf(context));
	const directory = await consumersDirectoryOf(context, gc);
	if (directory) await writeIfChanged(context, 'RC', { gc }, directory);
};

/** The same for the sheet of a groupement, or of one of its producers. */
export const saveGroupementDirectories = async (
	context: OperationContext,
	gp: string,
): Promise<void> => {
	await writeIfChanged(context, 'RG', {}, await generalDirectoryOf(context));
	const directory = await producersDirectoryOf(context, gp);
	if (directory) await writeIfChanged(context, 'RP', { gp }, directory);
};
