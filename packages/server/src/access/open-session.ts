import {
	base64UrlToBytes,
	bytesToBase64Url,
	err,
	type Failure,
	failure,
	ok,
	type Result,
} from '@navette/core';
import { hash, isStrictPublicKey, verify } from '@navette/crypto';
import type { OperationContext } from '@navette/engine';
import type { Right } from '@navette/model';
import {
	type RightData,
	SESSION_LIFE,
	type SessionData,
	type SessionKind,
} from './session-types.ts';
import { SIGNED_TOLERANCE } from './signed-request.ts';

/** What a session is opened with, once its right to be was proven. */
export interface NewSession {
	/** Public key of the session, base64url. */
	readonly session: string;
	readonly account: string;
	readonly label: string;
	readonly kind: SessionKind;
	readonly rights: readonly Right[];
	/** Hash of the key that presented rights, if one did. */
	readonly holder?: string;
}

/** Writes a session that was never one before: what opened it cannot be played again. */
export const writeSession = async (
	context: OperationContext,
	{ session, kind, ...data }: NewSession,
): Promise<Result<{ readonly until: number; readonly end: number }, Failure>> => {
	const key = base64UrlToBytes(session);
	const isKey = key && bytesToBase64Url(key) === session && isStrictPublicKey(key);
	if (!isKey) return err(failure('E-INPUT', { path: 'session', reason: 'no public key' }));
	if (await context.read('SESSION', { session })) return err(failure('E-TOKEN'));
	const { now } = context;
	const { idle, most } = SESSION_LIFE[kind];
	const life = { until: now + idle, end: now + most };
	const stored: SessionData = { ...data, kind, created: now, ...life };
	await context.write('SESSION', { session }, stored);
	return ok(life);
};

/** What a holder signs to open a session with access rights. */
export interface Presentation {
	readonly session: string;
	readonly holder: string;
	readonly rights: readonly string[];
	readonly time: number;
	readonly signature: string;
	readonly label: string;
	readonly kind: SessionKind;
}

/** The account of rights that the holder of a key may present, all of the same one. */
const accountOf = async (
	context: OperationContext,
	rights: readonly string[],
	holder: string,
): Promise<string | undefined> => {
	const kept = await Promise.all(
		rights.map((right) => context.read<RightData>('RIGHT', { right })),
	);
	const [first] = kept;
	const areHers = kept.every(
		(one) => one?.holder === holder && one.account === first?.account && context.now < one.until,
	);
	return areHers ? first?.account : undefined;
};

/** Opens a session for the holder of access rights; `E-TOKEN` says nothing of which is wrong. */
export const openWithRights = async (
	context: OperationContext,
	asked: Presentation,
): Promise<Result<unknown, Failure>> => {
	const { session, rights, time, label, kind } = asked;
	const key = base64UrlToBytes(asked.holder) ?? new Uint8Array();
	const signature = base64UrlToBytes(asked.signature) ?? new Uint8Array();
	if (Math.abs(context.machineNow - time) > SIGNED_TOLERANCE)
		return err(failure('E-CLOCK', { now: context.machineNow }));
	const said = [context.org, session, rights, time, kind];
	if (!(await verify(key, 'nv/right', said, signature))) return err(failure('E-TOKEN'));
	const holder = bytesToBase64Url(hash('nv/public-key', key));
	const account = await accountOf(context, rights, holder);
	if (account === undefined) return err(failure('E-TOKEN'));
	const opened = await writeSession(context, {
		...{ session, account, label, kind },
		...{ rights: [], holder },
	});
	return opened.ok ? ok({ account, ...opened.value }) : opened;
};
