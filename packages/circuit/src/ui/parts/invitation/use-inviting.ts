import { useLanguage, usePhraseMaker, useSession } from '@navette/ui';
import { type Invitation, newInvitation } from './new-invitation.ts';
import { newPhraseInvitation, type PhraseInvitation } from './phrase-invitation.ts';

/** How somebody is let in: a link (also to scan), or words to say. */
export type Way = 'link' | 'phrase';

/** What is given to one person, and shown once. */
export type Given = Invitation | PhraseInvitation;

/** A fresh secret, and the operation that tells the server what follows from it. */
export interface Inviting {
	readonly given: Given;
	readonly operation: 'AccesDonner' | 'AccesOffrir';
	readonly input: Readonly<Record<string, string>>;
}

/** Makes what lets one person in. */
export function useInviting() {
	const { org } = useSession();
	const maker = usePhraseMaker();
	const language = useLanguage();
	return async (lab: string, way: Way): Promise<Inviting> => {
		if (way === 'phrase' && maker) {
			const given = await newPhraseInvitation(maker, org, lab, language);
			const { offre, cle } = given;
			return { given, operation: 'AccesOffrir', input: { lab, offre, cle } };
		}
		const given = await newInvitation(org, lab);
		return { given, operation: 'AccesDonner', input: { lab, hash: given.hash } };
	};
}
