import { createContext, useContext } from 'react';
import type { Language } from '../i18n/index.ts';

/** Draws words that a person says, and makes of them a secret as dear to guess as it takes. */
export interface PhraseMaker {
	/** Five words at random. */
	draw(language: Language): Promise<string>;
	/** The secret (base64url) of a phrase that offers an access right of an organisation; about a second. */
	secretOf(org: string, phrase: string): Promise<string>;
}

const PhraseMakerContext = createContext<PhraseMaker | undefined>(undefined);

/** Gives what stretches phrases here: the application keeps it in a worker of its own. */
export const PhraseMakerProvider = PhraseMakerContext.Provider;

/** What makes phrases; `undefined` where nothing does, and then nobody is offered one. */
export const usePhraseMaker = (): PhraseMaker | undefined => useContext(PhraseMakerContext);
