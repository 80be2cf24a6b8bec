import { type FailureDetail, failure } from '@navette/core';
import {
	type ErrorCatalogue,
	failureToWire,
	frameworkErrors,
	type WireError,
} from '@navette/protocol';

/** Failures that only a device can have. */
export const deviceErrors = {
	'E-DEVICE': {
		status: 507,
		retry: 'change',
		sentence: {
			fr: "Cet appareil n'a pas pu garder cette action. Rien n'a été enregistré : libérez de la place ou réessayez en ligne.",
			en: 'This device could not keep this action. Nothing was saved: make room or try again online.',
		},
	},
} as const satisfies ErrorCatalogue;

const catalogue: ErrorCatalogue = { ...frameworkErrors, ...deviceErrors };

/** A failure found on this side of the network, in the form of those that come over it. */
export const localError = (
	code: keyof typeof frameworkErrors | keyof typeof deviceErrors,
	detail?: FailureDetail,
): WireError => failureToWire(catalogue, failure(code, detail));
