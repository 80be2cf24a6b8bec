import type { Caller, DocumentSource } from '@navette/engine';
import type { Right } from '@navette/model';
import type { RightData, SessionData } from './session-types.ts';

/** The access rights that were issued to a key, by its hash. */
export const rightsOf = (source: DocumentSource, holder: string) =>
	source.byProperty<RightData>('RIGHT', 'holder', { min: holder, max: holder });

/** Whether a session may still be used. */
export const isLiving = (session: SessionData, now: number): boolean =>
	!session.ended && now <= session.until && now < session.end;

/** All rights of the holder of a session, those issued since it was opened too. */
const heldRights = async (
	source: DocumentSource,
	{ account, holder }: SessionData,
): Promise<readonly Right[]> => {
	if (holder === undefined) return [];
	const kept = await rightsOf(source, holder);
	return kept.flatMap(({ data }) =>
		data.account === account && source.now < data.until ? data.rights : [],
	);
};

/** Whoever holds a session, as the store knows it when asked: without a right left, nobody. */
export const sessionHolder =
	(session: string): Caller =>
	async (source) => {
		const data = await source.read<SessionData>('SESSION', { session });
		if (!data || !isLiving(data, source.now)) return undefined;
		const rights = [...data.rights, ...(await heldRights(source, data))];
		if (rights.length === 0) return undefined;
		return { id: data.account, rights, credential: `session:${session}` };
	};
