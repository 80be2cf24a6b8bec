import { base64UrlToBytes, bytesToBase64Url, err, failure, ok } from '@navette/core';
import { type Evaluation, evaluate, type VoprfKey, voprfKeyFromSeed } from '@navette/crypto';
import type { OperationContext } from '@navette/engine';
import { defineOperation, done, type OperationDefinition } from '@navette/server';
import { DIRECTORY_LIMITS, type PinData, PinKey, PinStore } from '../model/index.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { users } from './own-user.ts';

/** Name of the task that takes an entry away. */
export const pinTaskId = (profile: string): string => `pin-${profile}`;

/** Has an entry looked at: one that is not made by then, or not confirmed, is destroyed. */
export const expirePinAt = (context: OperationContext, profile: string, at: number) =>
	context.defer({ name: 'pin.expire', input: { profile }, at, id: pinTaskId(profile) });

const placeOf = (context: OperationContext, profile: string) =>
	[context.org, 'PIN', profile] as const;

/** A fresh key for a PIN, with what is stored of it. */
const newEvaluator = (deps: DirectoryDeps, context: OperationContext, profile: string) => {
	const seed = deps.random.bytes(32);
	const sealed = bytesToBase64Url(deps.pins.seal(placeOf(context, profile), seed));
	return { key: voprfKeyFromSeed(seed), sealed };
};

/** The key of a PIN, from what is stored of it. */
export const openEvaluator = (
	deps: DirectoryDeps,
	context: OperationContext,
	profile: string,
	sealed: string,
): VoprfKey | undefined => {
	const bytes = base64UrlToBytes(sealed);
	const seed = bytes && deps.pins.open(placeOf(context, profile), bytes);
	return seed && voprfKeyFromSeed(seed);
};

/** What the key of a PIN makes of a blinded element, as texts. */
export const evaluateText = (deps: DirectoryDeps, key: VoprfKey, blinded: string) => {
	const bytes = base64UrlToBytes(blinded);
	const answer = bytes && evaluate(key, bytes, deps);
	return answer?.ok ? evaluationToText(answer.value) : undefined;
};

const evaluationToText = ({ evaluated, proof }: Evaluation) => ({
	evaluated: bytesToBase64Url(evaluated),
	proof: bytesToBase64Url(proof),
});

const key = (deps: DirectoryDeps): OperationDefinition =>
	defineOperation({
		name: 'pin.key',
		about: 'Makes the key that a PIN of the caller will be tried with, and uses it once.',
		input: PinKey,
		example: {
			...{ profile: 'A'.repeat(22), deviceKey: 'A'.repeat(43), label: 'phone' },
			blinded: 'A'.repeat(43),
		},
		who: users,
		async handler(context, { profile, deviceKey, label, blinded }) {
			const user = context.account.id;
			const known = await context.read<PinData>('PIN', { profile });
			if (known && known.user !== user) return err(failure('E-RIGHT'));
			const { key: made, sealed } = newEvaluator(deps, context, profile);
			const answer = evaluateText(deps, made, blinded);
			if (!answer) return err(failure('E-INPUT', { path: 'blinded', reason: 'no element' }));
			const empty = { confirmKey: '', blob: '', tries: 0 };
			const stored: PinData = { user, label, deviceKey, evaluator: sealed, ...empty };
			await context.write('PIN', { profile }, stored);
			await expirePinAt(context, profile, context.now + DIRECTORY_LIMITS.pinMakingMs);
			return ok({ evaluator: bytesToBase64Url(made.publicKey), ...answer });
		},
	});

const store = defineOperation({
	name: 'pin.store',
	about: 'Keeps what a PIN of the caller opens.',
	input: PinStore,
	example: { profile: 'A'.repeat(22), confirmKey: 'A'.repeat(43), blob: 'AAAA' },
	who: users,
	async handler(context, { profile, ...opened }) {
		const pin = await context.read<PinData>('PIN', { profile });
		if (pin?.user !== context.account.id || pin.blob !== '') return err(failure('E-PIN'));
		await context.write('PIN', { profile }, { ...pin, ...opened });
		await context.withdraw(pinTaskId(profile));
		return done;
	},
});

/** Making a PIN. */
export const pinOperations = (deps: DirectoryDeps): readonly OperationDefinition[] => [
	...[key(deps), store],
];
