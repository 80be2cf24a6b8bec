import type { OperationContext } from '@navette/engine';
import * as v from 'valibot';
import { defineOperation, done, type OperationDefinition } from '../application.ts';
import { administrators } from './administrators.ts';
import { AccountId, Bytes32Text, Instant, Label, RightId, RightInput } from './right-input.ts';
import { rightsOf } from './session-holder.ts';
import type { RightData } from './session-types.ts';

/** The account of a holder who was given none: the same for all rights of one key. */
export const accountOfHolder = (holder: string): string => holder.slice(0, 22);

/** Issues a right; a holder who may be here already is told at once, on open sockets. */
export const writeRight = async (
	context: OperationContext,
	right: string,
	data: RightData,
): Promise<void> => {
	const known = await rightsOf(context, data.holder);
	await context.write('RIGHT', { right }, data);
	if (known.length > 0) await context.write('REVOCATION', { what: `right:${right}` }, context.now);
};

const issue = defineOperation({
	name: 'right.issue',
	about: 'Issues an access right to the holder of a key; the right is worth nothing without it.',
	input: v.strictObject({
		right: RightId,
		account: v.optional(AccountId),
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
	async handler(context, { right, account, ...data }) {
		const named = account ?? accountOfHolder(data.holder);
		await writeRight(context, right, { ...data, account: named, created: context.now });
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
