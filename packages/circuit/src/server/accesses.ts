import type { OperationContext } from '@navette/engine';
import type { Right } from '@navette/model';
import type { AccessData } from '@navette/server';
import * as v from 'valibot';
import { accountOf, textSchema } from '../model/index.ts';

/** A secret given to somebody: only its hash travels. */
export const accessEntries = {
	/** Name of who is given it: "Paul, tablet". */
	lab: textSchema(80),
	/** SHA-256 of the token, hexadecimal. */
	hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
};

const isSame = (a: Right, b: Right): boolean => a.usage === b.usage && a.subject === b.subject;

/** Adds a right to what a secret gives; a secret nobody had makes a new account. */
export const grantRight = async (
	context: OperationContext,
	{ lab, hash }: { readonly lab: string; readonly hash: string },
	right: Right,
): Promise<void> => {
	const known = await context.read<AccessData>('ACCESS', { hash });
	const others = (known?.rights ?? []).filter((one) => !isSame(one, right));
	const access: AccessData = {
		account: known?.account ?? accountOf(lab, hash),
		label: known?.label ?? lab,
		rights: [...others, right],
		created: known?.created ?? context.now,
	};
	await context.write('ACCESS', { hash }, access);
};

/** Takes a right from what a secret gives; a secret that gives nothing any more is gone. */
export const withdrawRight = async (
	context: OperationContext,
	hash: string,
	right: Right,
): Promise<void> => {
	const known = await context.read<AccessData>('ACCESS', { hash });
	if (!known) return;
	const rights = known.rights.filter((one) => !isSame(one, right));
	if (rights.length === 0) await context.remove('ACCESS', { hash });
	else await context.write('ACCESS', { hash }, { ...known, rights });
};
