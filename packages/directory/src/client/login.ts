import { createSessionSigner } from '@navette/client';
import { base64UrlToBytes, bytesToBase64Url, err, type Result } from '@navette/core';
import { generateSigningKey, openEnvelope, sign } from '@navette/crypto';
import * as v from 'valibot';
import { loginValues, type Slot } from '../model/index.ts';
import { type AliasPhrases, aliasKeysOf } from './alias-keys.ts';
import type { DirectoryClientDeps, Fault } from './directory-client-deps.ts';
import { Entered, type Identity, takeUp, wrapContext } from './identity.ts';
import type { SheetHead } from './sheet.ts';
import { askDirectory, callDirectory } from './wire.ts';

const ChallengeAnswer = v.object({ challenge: v.string() });
const LoginAnswer = v.object({ ...Entered.entries, slot: v.picklist([1, 2]), wrap: v.string() });

/** How a person enters. */
export interface LoginRequest {
	readonly phrases: AliasPhrases;
	/** What the person calls this device. */
	readonly label: string;
	readonly kind: 'anonymous' | 'personal';
	/** The last sheet that this device saw, if it saw one. */
	readonly known?: SheetHead;
}

/** The account key, if the phrases open what the directory gave for it. */
const unwrap = async (
	{ realm }: DirectoryClientDeps,
	key: Parameters<typeof openEnvelope>[0],
	{ wrap, user, slot }: { readonly wrap: string; readonly user: string; readonly slot: Slot },
): Promise<Uint8Array | undefined> => {
	const opened = await openEnvelope(
		key,
		wrapContext(realm, user, slot),
		base64UrlToBytes(wrap) ?? new Uint8Array(),
	);
	return opened.ok && opened.value.length === 32 ? opened.value : undefined;
};

/** Enters by two phrases. They are stretched here; what is sent is one signature, of use once. */
export const login = async (
	deps: DirectoryClientDeps,
	{ phrases, label, kind, known }: LoginRequest,
): Promise<Result<Identity, Fault>> => {
	const keys = await aliasKeysOf(deps, phrases);
	const { lookup } = keys;
	const asked = await askDirectory(deps, 'login.challenge', { lookup });
	if (!asked.ok) return asked;
	const given = v.safeParse(ChallengeAnswer, asked.value);
	if (!given.success) return err({ kind: 'unreadable' });
	const signer = createSessionSigner(await generateSigningKey(deps), () => deps.clock.now());
	const { challenge } = given.output;
	const said = loginValues(deps.org, deps.directoryKey, {
		...{ lookup, challenge, kind, session: signer.session },
	});
	const signature = bytesToBase64Url(await sign(keys.login, 'nv/login', said));
	const input = { lookup, challenge, session: signer.session, label, kind, signature };
	const answer = await callDirectory(deps, 'login.open', input);
	if (!answer.ok) return answer;
	const entered = v.safeParse(LoginAnswer, answer.value);
	if (!entered.success) return err({ kind: 'unreadable' });
	const accountKey = await unwrap(deps, keys.wrap, entered.output);
	if (!accountKey) return err({ kind: 'forged', what: 'key' });
	return takeUp(deps, signer, accountKey, entered.output, known);
};
