import type { Quantity, ReceivedAs, Remainder, SharingStrategy } from '../../model/index.ts';

type Place = { readonly co: string | null; readonly st: 0 | 1 | 2 };

/**
 * What the operations of an unloading ask, beside the delivery and the right: every one of them may
 * be written without network, and is replayed on the device before the server answers.
 */
export interface ReceptionInputs {
	readonly RecLigne: {
		readonly prod: string;
		readonly rec?: Quantity | null;
		readonly est?: boolean;
		readonly seen?: Quantity | null;
		readonly rem?: string | null;
	};
	readonly RecCommeExp: { readonly pr: string; readonly de?: ReceivedAs };
	readonly PaqAjouter: {
		readonly prod: string;
		readonly paq: readonly { readonly id: string; readonly g: number }[];
		readonly co?: string;
	};
	readonly PaqDeplacer: {
		readonly prod: string;
		readonly paq: readonly (Place & { readonly id: string; readonly seen?: Place })[];
	};
	readonly PaqCorriger: {
		readonly prod: string;
		readonly id: string;
		readonly newId: string;
		readonly g: number;
	};
	readonly DisLigne: {
		readonly co: string;
		readonly prod: string;
		readonly dis: Quantity | null;
		readonly est?: boolean;
		readonly seen?: Quantity | null;
	};
	readonly DisRepartir: {
		readonly prod: string;
		readonly strategie: SharingStrategy;
		readonly reste?: Remainder;
	};
	readonly DisRetrait: {
		readonly co: string;
		readonly qui: string | null;
		readonly donner?: boolean;
	};
	readonly AttLigne: Quantity & {
		readonly co: string;
		readonly prod: string;
		readonly seen?: Quantity | null;
	};
	readonly LivrDire: { readonly quoi: 'arrive' | 'distribue' };
}

export type ReceptionName = keyof ReceptionInputs;

const NAMES: Readonly<Record<ReceptionName, true>> = {
	...{ RecLigne: true, RecCommeExp: true, PaqAjouter: true, PaqDeplacer: true, PaqCorriger: true },
	...{ DisLigne: true, DisRepartir: true, DisRetrait: true, AttLigne: true, LivrDire: true },
};

/** Operations that are written without network while a truck is unloaded and baskets are filled. */
export const RECEPTION_OPERATIONS: readonly string[] = Object.keys(NAMES);
