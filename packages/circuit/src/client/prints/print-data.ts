import { createFormats, type Formats } from '@navette/ui/formats';
import type { Language } from '@navette/ui/i18n';
import type {
	Carton,
	ConsumerOrder,
	Contact,
	Delivery,
	GroupOrder,
	Tolerance,
} from '../../model/index.ts';
import type { OfferedCatalogue } from '../animator/catalogue.ts';
import { printWords } from './print-words.ts';

/** A group of a delivery, with its order as the reader sees it. */
export interface PrintedGroup {
	readonly gc: string;
	readonly name: string;
	/** `null` = nothing ordered, or not shown to this reader. */
	readonly order: GroupOrder | null;
}

/** A carton, of which producer and for which group. */
export interface PrintedCarton {
	readonly gc: string;
	readonly pr: string;
	readonly data: Carton;
}

/** Somebody to reach. */
export interface PrintedContact {
	readonly kind: 'consumers' | 'producers' | 'groups';
	readonly name: string;
	readonly contact: Pick<Contact, 'tels' | 'mails'>;
}

/** Everything that a print of a delivery may need, as the reader sees it. */
export interface PrintData {
	/** Who prints: what he is not shown does not disagree. */
	readonly reader: 'GC' | 'GP' | 'PR';
	readonly gp: string;
	readonly livr: string;
	readonly groupement: string;
	readonly delivery: Delivery;
	readonly catalogue: OfferedCatalogue;
	/** The groups printed: the own one of an animator, all those of a tour. */
	readonly groups: readonly PrintedGroup[];
	/** Orders of consumers of the one group, by `co`. */
	readonly orders: Readonly<Record<string, ConsumerOrder>>;
	readonly cartons: readonly PrintedCarton[];
	readonly contacts: readonly PrintedContact[];
	readonly tolerance: Tolerance;
	/** When it is printed, ms. */
	readonly now: number;
	consumerName(co: string): string;
	producerName(pr: string): string;
	groupName(gc: string): string;
}

/** A print being made in one language. */
export interface Printing extends PrintData {
	readonly language: Language;
	readonly formats: Formats;
	readonly words: (typeof printWords)[Language];
}

export const printingOf = (data: PrintData, language: Language, timeZone: string): Printing => ({
	...data,
	...{ language, formats: createFormats(language, timeZone), words: printWords[language] },
});
