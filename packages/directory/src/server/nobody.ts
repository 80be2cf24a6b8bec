import type { OperationContext } from '@navette/engine';
import type { AliasData } from '../model/index.ts';

/*
 * An opening that leads nowhere must cost what one of a known alias costs, or its time tells them
 * apart: 240 tries were enough on loopback when it only missed a row. So each opening reads one row
 * that is there and one that is not, and checks one signature.
 */

/** Where the alias of nobody is kept: no lookup reads like that. */
export const NOBODY = { lookup: 'nobody' };
/** Where no alias ever is. */
export const NOWHERE = { lookup: 'nowhere' };

/** As long as the others; a key that nobody signs openings with. */
export const aliasOfNobody = (publicKey: string): AliasData => ({
	...{ user: 'A'.repeat(27), slot: 1, loginKey: publicKey, wrap: 'A'.repeat(447) },
});

/** Kept with the first registration: before it there is nobody to tell from nobody. */
export const keepNobody = async (context: OperationContext, publicKey: string): Promise<void> => {
	if (await context.read('ALIAS', NOBODY)) return;
	await context.write('ALIAS', NOBODY, aliasOfNobody(publicKey));
};
