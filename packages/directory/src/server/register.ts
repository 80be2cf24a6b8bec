import { base64UrlToBytes, err, type Failure, failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import { type Identity, parseIdentity } from '@navette/ledger';
import { anybody, defineOperation, type OperationDefinition } from '@navette/server';
import {
	type Alias,
	type AliasData,
	acceptValues,
	Register,
	registerValues,
	type UserData,
} from '../model/index.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { keepNobody } from './nobody.ts';
import { isSignedBy } from './proof.ts';
import { answerOffer, findWaiting } from './sponsor-offer.ts';

const KEY = 'A'.repeat(43);
const ALIAS = { lookup: 'A'.repeat(22), slot: 1 as const, loginKey: KEY, wrap: 'AAAA' };

/** An identity from what a stranger says that it is. */
export const identityOf = (realm: string, user: string, genesis: string): Identity | undefined => {
	const id = base64UrlToBytes(user);
	const bytes = base64UrlToBytes(genesis);
	if (!id || !bytes) return undefined;
	const parsed = parseIdentity(bytes, { type: 'user', tenant: realm, id });
	return parsed.ok ? parsed.value : undefined;
};

/** Writes an alias; `E-ALIAS` when its lookup leads to somebody already. */
export const writeAlias = async (
	context: OperationContext,
	user: string,
	{ lookup, ...alias }: Alias,
): Promise<Result<null, Failure>> => {
	if (await context.read<AliasData>('ALIAS', { lookup })) return err(failure('E-ALIAS'));
	await context.write('ALIAS', { lookup }, { user, ...alias });
	return ok(null);
};

const areDistinct = (aliases: readonly Alias[]): boolean =>
	new Set(aliases.map(({ slot }) => slot)).size === aliases.length &&
	new Set(aliases.map(({ lookup }) => lookup)).size === aliases.length;

const register = async (
	{ realm, publicKey }: DirectoryDeps,
	context: OperationContext,
	{ acceptance, signature, ...asked }: Register,
): Promise<Result<unknown, Failure>> => {
	const { org } = context;
	const { sponsorship, user, thanks: text } = asked;
	const offer = await findWaiting(context, sponsorship);
	if (!offer) return err(failure('E-SPONSOR'));
	const identity = identityOf(realm, user, asked.genesis);
	if (!identity || !areDistinct(asked.aliases)) return err(failure('E-PROOF'));
	const key = Buffer.from(identity.signing).toString('base64url');
	const accepted = acceptValues(org, 'accepted', { sponsorship, user, text });
	const areSigned =
		(await isSignedBy(offer.data.acceptKey, 'nv/accept', accepted, acceptance)) &&
		(await isSignedBy(key, 'nv/register', registerValues(org, asked), signature));
	if (!areSigned || (await context.read('USER', { user }))) return err(failure('E-PROOF'));
	for (const alias of asked.aliases) {
		const written = await writeAlias(context, user, alias);
		if (!written.ok) return written;
	}
	await keepNobody(context, publicKey);
	const stored: UserData = { genesis: asked.genesis, created: context.now };
	await context.write('USER', { user }, stored);
	await context.write('SHEET', { user }, { rev: 1, bytes: asked.sheet });
	await answerOffer(context, offer, { status: 'accepted', answer: text, registered: user });
	return ok({ user });
};

/** Registration by an offer. */
export const registerOperation = (deps: DirectoryDeps): OperationDefinition =>
	defineOperation({
		name: 'user.register',
		about: 'Registers a user by an offer; everything of the user comes sealed or signed.',
		input: Register,
		example: {
			...{ sponsorship: 'A'.repeat(22), user: 'A'.repeat(27), genesis: 'AAAA' },
			...{ aliases: [ALIAS], sheet: 'AAAA', thanks: 'thank you' },
			...{ acceptance: 'A'.repeat(86), signature: 'A'.repeat(86) },
		},
		public: true,
		who: anybody,
		handler: (context, asked) => register(deps, context, asked),
	});
