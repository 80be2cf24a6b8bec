import { err, failure, ok } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import { anybody, defineOperation, defineTask, type OperationDefinition } from '@navette/server';
import * as v from 'valibot';
import {
	DIRECTORY_LIMITS,
	PinConfirm,
	type PinData,
	PinTry,
	pinConfirmValues,
	pinTryValues,
} from '../model/index.ts';
import { announce } from './announce.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { enter } from './login.ts';
import { evaluateText, expirePinAt, openEvaluator, pinTaskId } from './pin.ts';
import { isSignedBy } from './proof.ts';

const ID = 'A'.repeat(22);
const KEY = 'A'.repeat(43);
const SIGNATURE = 'A'.repeat(86);
/** An entry destroyed and one that never was look the same. */
const GONE = ok({ gone: true as const });

const destroy = async (
	deps: DirectoryDeps,
	context: OperationContext,
	profile: string,
	{ user, label }: PinData,
): Promise<void> => {
	await context.remove('PIN', { profile });
	await announce(context, deps.random, user, { kind: 'pin-destroyed', label });
};

/** Counts a try and evaluates it: nobody hears the answer before the count is on the disk. */
const countedTry = async (
	deps: DirectoryDeps,
	context: OperationContext,
	{ profile, attempt: id, blinded }: v.InferOutput<typeof PinTry>,
	pin: PinData,
) => {
	const evaluator = openEvaluator(deps, context, profile, pin.evaluator);
	const answer = evaluator && evaluateText(deps, evaluator, blinded);
	if (!answer) return err(failure('E-INPUT', { path: 'blinded', reason: 'no element' }));
	const tries = pin.tries + 1;
	const attempt = { id, blinded, ...answer };
	await context.write('PIN', { profile }, { ...pin, tries, attempt });
	if (tries > 1)
		await announce(context, deps.random, pin.user, { kind: 'pin-failed', label: pin.label });
	if (tries >= DIRECTORY_LIMITS.pinTries) {
		await expirePinAt(context, profile, context.now + DIRECTORY_LIMITS.pinConfirmMs);
	}
	return ok({ ...answer, blob: pin.blob, left: DIRECTORY_LIMITS.pinTries - tries });
};

const tryOperation = (deps: DirectoryDeps): OperationDefinition =>
	defineOperation({
		name: 'pin.try',
		about: 'Tries a PIN without showing it. A try repeated under its id counts once.',
		input: PinTry,
		example: { profile: ID, attempt: ID, blinded: KEY, signature: SIGNATURE },
		public: true,
		guesses: 'entry',
		who: anybody,
		async handler(context, { signature, ...asked }) {
			const { profile, attempt, blinded } = asked;
			const pin = await context.read<PinData>('PIN', { profile });
			if (!pin || pin.blob === '') return GONE;
			const said = pinTryValues(context.org, asked);
			if (!(await isSignedBy(pin.deviceKey, 'nv/pin-attempt', said, signature))) return GONE;
			const last = pin.attempt;
			if (last?.id === attempt) {
				if (last.blinded !== blinded) return err(failure('E-REUSED'));
				const left = DIRECTORY_LIMITS.pinTries - pin.tries;
				return ok({ evaluated: last.evaluated, proof: last.proof, blob: pin.blob, left });
			}
			if (pin.tries < DIRECTORY_LIMITS.pinTries)
				return countedTry(deps, context, { ...asked, signature }, pin);
			await destroy(deps, context, profile, pin);
			return GONE;
		},
	});

const confirm = (deps: DirectoryDeps): OperationDefinition =>
	defineOperation({
		name: 'pin.confirm',
		about: 'Proves that the PIN just tried was right, and opens a session.',
		input: PinConfirm,
		example: { profile: ID, attempt: ID, session: KEY, label: 'phone', signature: SIGNATURE },
		public: true,
		who: anybody,
		async handler(context, { signature, ...asked }) {
			const { profile, attempt, session, label } = asked;
			const pin = await context.read<PinData>('PIN', { profile });
			if (!pin || pin.attempt?.id !== attempt) return err(failure('E-PIN'));
			const said = pinConfirmValues(context.org, asked);
			if (!(await isSignedBy(pin.confirmKey, 'nv/pin-confirm', said, signature)))
				return err(failure('E-PIN'));
			const { attempt: _done, ...rest } = pin;
			await context.write('PIN', { profile }, { ...rest, tries: 0 });
			await context.withdraw(pinTaskId(profile));
			return enter(deps, context, pin.user, { session, label, kind: 'personal' });
		},
	});

/** Destroys an entry that was not made in time, or whose last try was not confirmed. */
export const pinExpire = (deps: DirectoryDeps) =>
	defineTask({
		name: 'pin.expire',
		about:
			'Destroys an entry by PIN that was not made, or whose last try was not confirmed, in time.',
		input: v.strictObject({ profile: v.string() }),
		handler: (_run, { profile }) =>
			ok(async (context) => {
				const pin = await context.read<PinData>('PIN', { profile });
				// one that was begun and never made opened nothing: nobody is told
				if (pin?.blob === '') await context.remove('PIN', { profile });
				else if (pin && pin.tries >= DIRECTORY_LIMITS.pinTries)
					await destroy(deps, context, profile, pin);
				return ok(null);
			}),
	});

export const pinTryOperations = (deps: DirectoryDeps) => [tryOperation(deps), confirm(deps)];
