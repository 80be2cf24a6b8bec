import type { AlertName } from '../../model/index.ts';
import {
	distributionByConsumer,
	distributionByProduct,
	orderMatrix,
	orderSlips,
} from './consumer-prints.ts';
import { orderForm } from './order-form.ts';
import type { Printing } from './print-data.ts';
import type { LabelsPerPage, PrintCode, PrintDocument } from './print-document.ts';
import { boxLabels, preparationSheet } from './producer-prints.ts';
import { discrepancies, unloadingSheet, weighingSheet } from './reception-prints.ts';
import { contactList, loadingSheet } from './tour-prints.ts';

/** What the person chooses of a print. */
export interface PrintOptions {
	readonly perPage: LabelsPerPage;
	/** How screens call an alert. */
	alertWord(name: AlertName): string;
}

/** Prints of each role: what it may see of a delivery. */
export const printsOf = {
	GC: ['PR1', 'PR2', 'PR3', 'PR4', 'PR5', 'PR6', 'PR10', 'PR11', 'PR12'],
	GP: ['PR1', 'PR6', 'PR7', 'PR8', 'PR9', 'PR11', 'PR12'],
	PR: ['PR7', 'PR8', 'PR10'],
} as const satisfies Record<string, readonly PrintCode[]>;

const MAKERS: Readonly<
	Record<PrintCode, (printing: Printing, options: PrintOptions) => PrintDocument>
> = {
	PR1: orderForm,
	PR2: orderSlips,
	PR3: distributionByConsumer,
	PR4: distributionByProduct,
	PR5: orderMatrix,
	PR6: unloadingSheet,
	PR7: preparationSheet,
	PR8: (printing, { perPage }) => boxLabels(printing, perPage),
	PR9: loadingSheet,
	PR10: weighingSheet,
	PR11: contactList,
	PR12: (printing, { alertWord }) => discrepancies(printing, alertWord),
};

/** A print of a delivery. Nothing to print: no part and no label. */
export const buildPrint = (
	code: PrintCode,
	printing: Printing,
	options: PrintOptions,
): PrintDocument => MAKERS[code](printing, options);
