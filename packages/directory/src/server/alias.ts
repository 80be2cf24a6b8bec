import { err, failure, ok } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import { defineOperation, endSessions, type OperationDefinition } from '@navette/server';
import { type AliasData, AliasReplace, aliasReplaceValues, type UserData } from '../model/index.ts';
import { announce } from './announce.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { users } from './own-user.ts';
import { isSignedBy } from './proof.ts';
import { identityOf, writeAlias } from './register.ts';

const removeSlot = async (context: OperationContext, user: string, slot: number): Promise<void> => {
	const range = { min: user, max: user };
	const found = await context.byProperty<AliasData>('ALIAS', 'user', range);
	for (const { key, data } of found) if (data.slot === slot) await context.remove('ALIAS', key);
};

/** Puts a new alias in the place of one of the two; every other session of the user ends. */
export const aliasReplace = (deps: DirectoryDeps): OperationDefinition =>
	defineOperation({
		name: 'alias.replace',
		about:
			'Replaces one of the two aliases of the caller, whose identity signs; other sessions end.',
		input: AliasReplace,
		example: {
			...{ lookup: 'A'.repeat(22), slot: 2 as const, loginKey: 'A'.repeat(43), wrap: 'AAAA' },
			signature: 'A'.repeat(86),
		},
		who: users,
		async handler(context, { signature, ...alias }) {
			const user = context.account.id;
			const kept = await context.read<UserData>('USER', { user });
			const identity = kept && identityOf(deps.realm, user, kept.genesis);
			const key = Buffer.from(identity?.signing ?? []).toString('base64url');
			const said = aliasReplaceValues(context.org, user, alias);
			if (!(await isSignedBy(key, 'nv/register', said, signature))) return err(failure('E-PROOF'));
			await endSessions(context, context.account);
			await removeSlot(context, user, alias.slot);
			const written = await writeAlias(context, user, alias);
			if (!written.ok) return written;
			await announce(context, deps.random, user, { kind: 'alias', label: String(alias.slot) });
			return ok(null);
		},
	});
