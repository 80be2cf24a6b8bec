import { offerKeysOf } from '@navette/client';
import { bytesToBase64Url } from '@navette/core';
import type { PhraseMaker } from '@navette/ui';

/** Words for one person, made on this device: the server is told what follows from them only. */
export interface PhraseInvitation {
	/** Name of who is told them. */
	readonly lab: string;
	/** Organisation where they are of use. */
	readonly org: string;
	/** The only place where they are. */
	readonly phrase: string;
	/** Where the offer is found, and the key of whoever knows the phrase: both base64url. */
	readonly offre: string;
	readonly cle: string;
}

/** Five fresh words, stretched: about a second. */
export const newPhraseInvitation = async (
	maker: PhraseMaker,
	org: string,
	lab: string,
	language: 'en' | 'fr',
): Promise<PhraseInvitation> => {
	const phrase = await maker.draw(language);
	const keys = await offerKeysOf(await maker.secretOf(org, phrase));
	if (!keys) throw new Error('a stretched phrase has 32 bytes');
	const cle = bytesToBase64Url(keys.accept.publicKey);
	return { lab, org, phrase, offre: keys.offer, cle };
};
