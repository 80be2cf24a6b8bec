import type { Caller, DocumentSource } from '@navette/engine';
import type { Right } from '@navette/model';
import type { RightData, SessionData } from './session-types.ts';

/** Whether a session may still be used. */
export const isLiving = (session: SessionData, now: number): boolean =>
	!session.ended && now <= session.until && now < session.end;

const presentedRights = async (
	source: DocumentSource,
	{ account, presented }: SessionData,
): Promise<readonly Right[]> => {
	const kept = await Promise.all(
		presented.map((right) => source.read<RightData>('RIGHT', { right })),
	);
	return kept.flatMap((one) =>
		one && one.account === account && source.now < one.until ? one.rights : [],
	);
};

/** Whoever holds a session, as the store knows it when asked: without a right left, nobody. */
export const sessionHolder =
	(session: string): Caller =>
	async (source) => {
		const data = await source.read<SessionData>('SESSION', { session });
		if (!data || !isLiving(data, source.now)) return undefined;
		const rights = [...data.rights, ...(await presentedRights(source, data))];
		if (rights.length === 0) return undefined;
		return { id: data.account, rights, credential: `session:${session}` };
	};
