import { err, failure, ok } from '@navette/core';
import type { DocumentSource, OperationContext } from '@navette/engine';
import type { Account } from '@navette/model';
import * as v from 'valibot';
import {
	anybody,
	defineOperation,
	defineReport,
	done,
	type OperationDefinition,
} from '../application.ts';
import { openWithRights } from './open-session.ts';
import { Bytes32Text, Instant, Label, RightId } from './right-input.ts';
import { isLiving } from './session-holder.ts';
import { SESSION_LIFE, type SessionData } from './session-types.ts';

const Kind = v.picklist(['anonymous', 'personal']);
const NO_KEY = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** The session that a caller uses; `undefined` for a bearer. */
const sessionOf = (account: Account): string | undefined =>
	account.credential?.startsWith('session:') ? account.credential.slice(8) : undefined;

const open = defineOperation({
	name: 'session.open',
	about: 'Opens a session for the holder of access rights, who signs for it.',
	input: v.strictObject({
		session: Bytes32Text,
		holder: Bytes32Text,
		rights: v.pipe(v.array(RightId), v.minLength(1), v.maxLength(50)),
		time: Instant,
		signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/)),
		label: Label,
		kind: Kind,
	}),
	example: {
		session: NO_KEY,
		holder: NO_KEY,
		rights: ['AAAAAAAAAAAAAAAAAAAAAA'],
		time: 0,
		signature: 'A'.repeat(86),
		label: 'phone',
		kind: 'personal',
	},
	public: true,
	who: anybody,
	handler: openWithRights,
});

/**
 * Whether a session is the caller's to see and to end. An account may be shared, as a role of the
 * demonstration is: who holds rights by a key has the sessions that this key opened.
 */
const isOwn = async (source: DocumentSource, account: Account) => {
	const session = sessionOf(account);
	const used = session ? await source.read<SessionData>('SESSION', { session }) : undefined;
	return (data: SessionData): boolean =>
		data.account === account.id &&
		isLiving(data, source.now) &&
		(used?.holder === undefined || data.holder === used.holder);
};

const readOwn = async (source: DocumentSource, account: Account, session: string) => {
	const data = await source.read<SessionData>('SESSION', { session });
	return data && (await isOwn(source, account))(data) ? data : undefined;
};

const renew = defineOperation({
	name: 'session.renew',
	about:
		'Says that the session is in use: it lives on, never past its last instant. Null for a bearer.',
	input: v.strictObject({}),
	example: {},
	who: anybody,
	async handler(context) {
		const session = sessionOf(context.account);
		if (session === undefined) return ok({ until: null });
		const data = await readOwn(context, context.account, session);
		if (!data) return err(failure('E-TOKEN'));
		const until = Math.min(data.end, context.now + SESSION_LIFE[data.kind].idle);
		await context.write('SESSION', { session }, { ...data, until });
		return ok({ until });
	},
});

const endOne = async (
	context: OperationContext,
	session: string,
	data: SessionData,
): Promise<void> => {
	await context.write('SESSION', { session }, { ...data, ended: true });
	await context.write('REVOCATION', { what: `session:${session}` }, context.now);
};

/** Ends at once the sessions of an account, all but the one that asks. */
export const endSessions = async (context: OperationContext, account: Account): Promise<void> => {
	const range = { min: account.id, max: account.id };
	const found = await context.byProperty<SessionData>('SESSION', 'account', range);
	for (const { key, data } of found) {
		const { session } = key;
		if (session === undefined || session === sessionOf(account)) continue;
		if (isLiving(data, context.now)) await endOne(context, session, data);
	}
};

const end = defineOperation({
	name: 'session.end',
	about: 'Ends one of the sessions of the caller at once, on open sockets too.',
	input: v.strictObject({ session: Bytes32Text }),
	example: { session: NO_KEY },
	who: anybody,
	async handler(context, { session }) {
		const data = await readOwn(context, context.account, session);
		if (!data) return done;
		await endOne(context, session, data);
		return done;
	},
});

const rename = defineOperation({
	name: 'session.name',
	about: 'Names one of the sessions of the caller.',
	input: v.strictObject({ session: Bytes32Text, label: Label }),
	example: { session: NO_KEY, label: 'phone' },
	who: anybody,
	async handler(context, { session, label }) {
		const data = await readOwn(context, context.account, session);
		if (!data) return err(failure('E-SESSION'));
		await context.write('SESSION', { session }, { ...data, label });
		return done;
	},
});

/** The sessions of the caller's account that still may be used. */
export const listSessions = defineReport({
	name: 'sessions',
	about: 'The open sessions of the caller.',
	input: v.strictObject({}),
	example: {},
	who: anybody,
	async handler(source, _input, account) {
		const found = await source.byProperty<SessionData>('SESSION', 'account', {
			min: account.id,
			max: account.id,
		});
		const isHers = await isOwn(source, account);
		return ok(
			found
				.filter(({ data }) => isHers(data))
				.map(({ key, data: { label, kind, created, until, end: last } }) => ({
					...{ session: key.session, label, kind, created, until, end: last },
					isThis: key.session === sessionOf(account),
				})),
		);
	},
});

export const sessionOperations: readonly OperationDefinition[] = [open, renew, end, rename];
