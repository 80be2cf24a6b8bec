import type { Filter } from '@navette/model';

/** A text in the languages of the product. */
interface BothLanguages {
	readonly fr: string;
	readonly en: string;
}

/** One kind of news a person may ask for in a role. */
export interface NewsOffer {
	/** Stable in its role: what is chosen is kept by it. */
	readonly id: string;
	/** What it is, beside the switch. */
	readonly title: BothLanguages;
	/** When it comes, below. */
	readonly note: BothLanguages;
	/** Threads to be told of, by path. */
	readonly threads: readonly NewsOfferThread[];
	/** Only what is urgent of them. */
	readonly urgentOnly?: boolean;
	/** Chosen unless the person says otherwise. */
	readonly isUsual: boolean;
}

/** A thread of an offer, and what is said of it. */
export interface NewsOfferThread {
	readonly path: string;
	readonly types?: readonly string[];
	readonly filters?: Readonly<Record<string, Filter>>;
	/** Said when names may be shown: "Something new in the chat of Dupleix". */
	readonly sentence: BothLanguages;
	/** Said otherwise: "Something new in a chat". */
	readonly discreet: BothLanguages;
	/** Page of the role where it is seen, relative to the role. */
	readonly page: string;
}
