import {
	base64UrlToBytes,
	bytesToBase64Url,
	bytesToUtf8,
	err,
	failure,
	ok,
	utf8ToBytes,
} from '@navette/core';
import type { OperationContext } from '@navette/engine';
import {
	anybody,
	defineOperation,
	defineReport,
	type NewSession,
	type OperationDefinition,
	type ReportDefinition,
	writeSession,
} from '@navette/server';
import {
	type AliasData,
	Challenge,
	DIRECTORY_LIMITS,
	Login,
	loginValues,
	type SheetData,
	USER_USAGE,
	type UserData,
} from '../model/index.ts';
import { createAllowance } from './allowance.ts';
import { announce } from './announce.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { aliasOfNobody, NOBODY, NOWHERE } from './nobody.ts';
import { isSignedBy } from './proof.ts';

const contextOf = (org: string, lookup: string) => [org, 'login', lookup] as const;

/** A text of the instant, sealed for one alias: nothing is stored, whether the alias exists or not. */
const newChallenge = (deps: DirectoryDeps, org: string, lookup: string): string => {
	const instant = String(deps.now()).padStart(16, '0');
	return bytesToBase64Url(deps.challenges.seal(contextOf(org, lookup), utf8ToBytes(instant)));
};

const isFresh = (deps: DirectoryDeps, org: string, lookup: string, challenge: string): boolean => {
	const bytes = base64UrlToBytes(challenge);
	const opened = bytes && deps.challenges.open(contextOf(org, lookup), bytes);
	return opened ? deps.now() - Number(bytesToUtf8(opened)) <= DIRECTORY_LIMITS.challengeMs : false;
};

/** Opens a session of a user, tells the other devices, and gives what the device needs to go on. */
export const enter = async (
	deps: DirectoryDeps,
	context: OperationContext,
	user: string,
	asked: Pick<NewSession, 'kind' | 'label' | 'session'>,
) => {
	const kept = await context.read<UserData>('USER', { user });
	const sheet = await context.read<SheetData>('SHEET', { user });
	if (!kept || !sheet) return err(failure('E-LOGIN'));
	const rights = [{ usage: USER_USAGE, subject: user, power: 1 }];
	const opened = await writeSession(context, { ...asked, account: user, rights });
	if (!opened.ok) return opened;
	await announce(context, deps.random, user, { kind: 'session', label: asked.label });
	return ok({ user, genesis: kept.genesis, sheet, ...opened.value });
};

const challengeReport = (deps: DirectoryDeps): ReportDefinition =>
	defineReport({
		name: 'login.challenge',
		about:
			'What is to be signed to open an alias, the same for one that exists and one that does not.',
		input: Challenge,
		example: { lookup: 'A'.repeat(22) },
		public: true,
		who: anybody,
		handler: (_source, { lookup }, _account, org) =>
			ok({ challenge: newChallenge(deps, org, lookup) }),
	});

const openOperation = (deps: DirectoryDeps): OperationDefinition => {
	const allowance = createAllowance(DIRECTORY_LIMITS.loginsPerMinute, deps.now);
	const nobody = aliasOfNobody(deps.publicKey);
	return defineOperation({
		name: 'login.open',
		about: 'Opens a session for who signs with the key of two phrases.',
		input: Login,
		example: {
			...{ lookup: 'A'.repeat(22), challenge: 'AAAA', session: 'A'.repeat(43) },
			...{ label: 'phone', kind: 'personal' as const, signature: 'A'.repeat(86) },
		},
		public: true,
		guesses: 'entry',
		who: anybody,
		async handler(context, { signature, ...asked }) {
			const { lookup, challenge } = asked;
			const seconds = allowance.take(lookup);
			if (seconds !== undefined) return err(failure('E-RATE', { seconds }));
			const known = await context.read<AliasData>('ALIAS', { lookup });
			const other = await context.read<AliasData>('ALIAS', known ? NOWHERE : NOBODY);
			const alias = known ?? other ?? nobody;
			const said = loginValues(context.org, deps.publicKey, asked);
			const isHers = await isSignedBy(alias.loginKey, 'nv/login', said, signature);
			if (!known || !isHers || !isFresh(deps, context.org, lookup, challenge))
				return err(failure('E-LOGIN'));
			const entered = await enter(deps, context, alias.user, asked);
			if (!entered.ok) return entered;
			return ok({ ...entered.value, slot: alias.slot, wrap: alias.wrap });
		},
	});
};

export const loginOperations = (deps: DirectoryDeps) => [openOperation(deps)];
export const loginReports = (deps: DirectoryDeps) => [challengeReport(deps)];
