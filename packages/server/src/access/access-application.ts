import { ok } from '@navette/core';
import type { AccessPolicy } from '@navette/engine';
import { frameworkErrors } from '@navette/protocol';
import * as v from 'valibot';
import {
	anybody,
	defineOperation,
	defineReport,
	done,
	type ServerApplication,
} from '../application.ts';
import { ACCESS_THREAD, ACCESS_TYPE, type AccessData } from './access-types.ts';
import { administrators, isAdministrator } from './administrators.ts';
import { AccountId, Label, RightInput } from './right-input.ts';
import { offerOperations, offerReports } from './right-offers.ts';
import { rightOperations } from './right-operations.ts';
import { listSessions, sessionOperations } from './session-operations.ts';
import { OFFER_TYPE, REVOCATION_TYPE, RIGHT_TYPE, SESSION_TYPE } from './session-types.ts';

const TokenHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const grant = defineOperation({
	name: 'access.grant',
	about: 'Gives rights to whoever holds the token of this hash, or replaces them.',
	input: v.strictObject({
		hash: TokenHash,
		account: AccountId,
		label: Label,
		rights: v.pipe(v.array(RightInput), v.minLength(1), v.maxLength(50)),
	}),
	example: {
		hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
		account: 'ana',
		label: 'Ana, rue Dupleix',
		rights: [{ usage: 'CO', subject: 'dupleix.3', power: 1 }],
	},
	who: administrators,
	async handler(context, { hash, ...data }) {
		const stored: AccessData = { ...data, created: context.now };
		await context.write('ACCESS', { hash }, stored);
		return done;
	},
});

const revoke = defineOperation({
	name: 'access.revoke',
	about: 'Withdraws an access at once, on open sockets too.',
	input: v.strictObject({ hash: TokenHash }),
	example: { hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
	who: administrators,
	async handler(context, { hash }) {
		await context.remove('ACCESS', { hash });
		return done;
	},
});

const me = defineReport({
	name: 'me',
	about: 'Who the caller is in this organisation.',
	input: v.strictObject({}),
	example: {},
	who: anybody,
	handler: (source, _input, account, org) =>
		ok({ account: account.id, org, rights: account.rights, now: source.now }),
});

const policy: AccessPolicy = {
	thread: (_source, account, { type }) =>
		type === 'ACCESS' && isAdministrator(account) ? { ACCESS: {}, RIGHT: {} } : undefined,
	dependsOn: ['ACCESS', 'REVOCATION'],
};

/** The framework's own application: who may enter an organisation. */
export const accessApplication: ServerApplication = {
	name: 'access',
	documents: [ACCESS_TYPE, SESSION_TYPE, RIGHT_TYPE, OFFER_TYPE, REVOCATION_TYPE],
	threads: [ACCESS_THREAD],
	policy,
	operations: [grant, revoke, ...rightOperations, ...offerOperations, ...sessionOperations],
	reports: [me, listSessions, ...offerReports],
	errors: frameworkErrors,
};
