import {
	type Catalogue,
	createCatalogue,
	type DocumentType,
	type ThreadType,
} from '@navette/model';
import * as v from 'valibot';
import { chatArchiveSchema, chatSchema } from './chat.ts';
import { calendarSchema, deliverySchema } from './delivery.ts';
import {
	consumersDirectorySchema,
	generalDirectorySchema,
	producersDirectorySchema,
} from './directories.ts';
import { cartonSchema, consumerOrderSchema, groupOrderSchema } from './orders.ts';
import { MAX_PHOTO, photoSchema } from './photos.ts';
import { priceProposalsSchema } from './price-proposals.ts';
import { deliveryCatalogueSchema, generalCatalogueSchema } from './product.ts';
import {
	consumerSheetSchema,
	groupementSheetSchema,
	groupSheetSchema,
	producerSheetSchema,
} from './sheets.ts';

const type = (
	name: string,
	key: readonly string[],
	threads: readonly string[] = [],
	groupings: Readonly<Record<string, readonly string[]>> = {},
): DocumentType => ({ name, key, threads, groupings, sealing: 'clear', shape: 1 });

/** The threads of the application. */
export const threadTypes = {
	/** A group's order for a delivery. */
	CMDG: { name: 'CMDG', key: ['gc', 'gp', 'livr'] },
	/** A consumer's orders for a delivery. */
	CMDC: { name: 'CMDC', key: ['gc', 'gp', 'livr'] },
	/** A group's orders to a groupement, over deliveries. */
	CMDOV: { name: 'CMDOV', key: ['gc', 'gp'] },
	/** Calendar and deliveries of a groupement. */
	CALGP: { name: 'CALGP', key: ['gp'] },
	/** A whole tour. */
	CMDGP: { name: 'CMDGP', key: ['gp', 'livr'] },
	/** Cartons of a producer. */
	CMDPR: { name: 'CMDPR', key: ['gp', 'pr'] },
	/** Photos of the products of a groupement. */
	PHGP: { name: 'PHGP', key: ['gp'] },
	/** Directory of groups and consumers. */
	RGC: { name: 'RGC', key: [] },
	/** Directory of groupements and producers. */
	RGP: { name: 'RGP', key: [] },
	/** Chats of deliveries and distributions. */
	CHL: { name: 'CHL', key: ['gp'] },
	/** Chat of a group. */
	CHCO: { name: 'CHCO', key: ['gc'] },
	/** Chat of a groupement and its producers. */
	CHPR: { name: 'CHPR', key: ['gp'] },
} as const satisfies Record<string, ThreadType>;
export type ThreadName = keyof typeof threadTypes;

const tour = ['gp', 'livr'];
const groupDelivery = ['gc', 'gp', 'livr'];

/** The document types of the application. Types without a thread are read as reports. */
export const documentTypes = {
	FGC: type('FGC', ['gc']),
	FCO: type('FCO', ['gc', 'co'], [], { group: ['gc'] }),
	FGP: type('FGP', ['gp']),
	FPR: type('FPR', ['gp', 'pr'], [], { groupement: ['gp'] }),
	CALG: type('CALG', ['gp'], ['CALGP']),
	LIVRG: type('LIVRG', ['gp', 'livr'], ['CALGP'], { groupement: ['gp'] }),
	CATG: type('CATG', ['gp']),
	CATL: type('CATL', ['gp', 'livr'], [], { groupement: ['gp'] }),
	BCC: type('BCC', ['gc', 'co', 'gp', 'livr'], ['CMDG', 'CMDC'], {
		groupDelivery,
		consumer: ['gc', 'co'],
	}),
	BCG: type('BCG', ['gc', 'gp', 'livr'], ['CMDG', 'CMDOV', 'CMDGP'], {
		group: ['gc', 'gp'],
		tour,
	}),
	CART: type('CART', ['gp', 'pr', 'livr', 'gc'], ['CMDG', 'CMDGP', 'CMDPR'], {
		groupDelivery,
		tour,
		producer: ['gp', 'pr'],
	}),
	/** What a producer proposes to change of his conditions. */
	PROP: type('PROP', ['gp', 'pr'], ['CMDPR', 'CHPR'], { groupement: ['gp'] }),
	/** Photo of a product or of a producer: its thumbnail in the document, the whole picture as its file. */
	PHOT: {
		...type('PHOT', ['gp', 'prod'], ['PHGP'], { groupement: ['gp'] }),
		files: { names: 'unique', folder: 'groupement', maxBytes: MAX_PHOTO },
	},
	RG: type('RG', [], ['RGC', 'RGP']),
	RC: type('RC', ['gc'], ['RGC']),
	RP: type('RP', ['gp'], ['RGP']),
	CHL: type('CHL', ['gp', 'livr'], ['CHL'], { groupement: ['gp'] }),
	CHD: type('CHD', ['gp', 'livr', 'gc'], ['CHL', 'CMDGP'], { groupement: ['gp'], tour }),
	CHCO: type('CHCO', ['gc'], ['CHCO']),
	CHPR: type('CHPR', ['gp'], ['CHPR']),
	CHAR: type('CHAR', ['chat', 'gp', 'livr', 'gc', 'n']),
} as const satisfies Record<string, DocumentType>;
export type DocumentName = keyof typeof documentTypes;

/** Schema of the data of each document type. */
export const documentSchemas = {
	FGC: groupSheetSchema,
	FCO: consumerSheetSchema,
	FGP: groupementSheetSchema,
	FPR: producerSheetSchema,
	CALG: calendarSchema,
	LIVRG: deliverySchema,
	CATG: generalCatalogueSchema,
	CATL: deliveryCatalogueSchema,
	BCC: consumerOrderSchema,
	BCG: groupOrderSchema,
	CART: cartonSchema,
	PROP: priceProposalsSchema,
	PHOT: photoSchema,
	RG: generalDirectorySchema,
	RC: consumersDirectorySchema,
	RP: producersDirectorySchema,
	CHL: chatSchema,
	CHD: chatSchema,
	CHCO: chatSchema,
	CHPR: chatSchema,
	CHAR: chatArchiveSchema,
} as const;

/** Data of a document, by the name of its type. */
export type DocumentData = { [N in DocumentName]: v.InferOutput<(typeof documentSchemas)[N]> };

/** Reads the data of a document of this type; a defect when the store holds anything else. */
export const parseDocument = <N extends DocumentName>(name: N, data: unknown): DocumentData[N] =>
	v.parse(documentSchemas[name], data) as DocumentData[N];

const checked = createCatalogue(Object.values(documentTypes), Object.values(threadTypes));
if (!checked.ok) throw new Error(checked.error.join('; '));

/** Everything the application declares, checked at start-up. */
export const circuitCatalogue: Catalogue = checked.value;
