import * as v from 'valibot';
import { defineOperation, done, type OperationDefinition } from '../application.ts';
import { administrators } from './administrators.ts';
import { AccountId, Bytes32Text, Instant, Label, RightId, RightInput } from './right-input.ts';
import type { RightData } from './session-types.ts';

const issue = defineOperation({
	name: 'right.issue',
	about: 'Issues an access right to the holder of a key; the right is worth nothing without it.',
	input: v.strictObject({
		right: RightId,
		account: AccountId,
		label: Label,
		holder: Bytes32Text,
		rights: v.pipe(v.array(RightInput), v.minLength(1), v.maxLength(50)),
		until: Instant,
	}),
	example: {
		right: 'AAAAAAAAAAAAAAAAAAAAAA',
		account: 'ana',
		label: 'Ana, rue Dupleix',
		holder: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
		rights: [{ usage: 'CO', subject: 'dupleix.3', power: 1 }],
		until: 4_000_000_000_000,
	},
	who: administrators,
	async handler(context, { right, ...data }) {
		const stored: RightData = { ...data, created: context.now };
		await context.write('RIGHT', { right }, stored);
		return done;
	},
});

const revoke = defineOperation({
	name: 'right.revoke',
	about: 'Withdraws an access right at once, on open sockets too.',
	input: v.strictObject({ right: RightId }),
	example: { right: 'AAAAAAAAAAAAAAAAAAAAAA' },
	who: administrators,
	async handler(context, { right }) {
		await context.remove('RIGHT', { right });
		await context.write('REVOCATION', { what: `right:${right}` }, context.now);
		return done;
	},
});

/** What an administrator does with access rights. */
export const rightOperations: readonly OperationDefinition[] = [issue, revoke];
