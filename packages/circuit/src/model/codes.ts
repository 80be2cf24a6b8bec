import { type Day, parseDay } from '@navette/core';
import * as v from 'valibot';

/** `co = 1` is the group itself: stock, leftovers and gifts go there (decision D9). */
export const GROUP_ITSELF = '1';

const ORG_PART = /^[a-z0-9-]{1,12}$/;
const ACTOR = /^[1-9][0-9]{0,2}$/;
const PRODUCT_NUMBER = /^[1-9][0-9]{0,3}$/;
const PRODUCT = /^([1-9][0-9]{0,2})\.([1-9][0-9]{0,3})$/;
const DELIVERY = /^([0-9]{8})[a-z]?$/;

/** Code of a group (`gc`) or of a groupement (`gp`): 1–12 signs `[a-z0-9-]`, immutable. */
export const isGroupCode = (text: string): boolean => ORG_PART.test(text);

/** Code of a consumer (`co`) or of a producer (`pr`): 1–999 without leading zero. */
export const isActorCode = (text: string): boolean => ACTOR.test(text);

/** Number of a product (`rp`) within its producer: 1–9999, never reused. */
export const isProductNumber = (text: string): boolean => PRODUCT_NUMBER.test(text);

/** The theoretical day of a delivery code (`20250614`, `20250614b`), if the code is one. */
export const deliveryDay = (livr: string): Day | undefined => {
	const digits = DELIVERY.exec(livr)?.[1];
	return digits === undefined ? undefined : parseDay(Number(digits));
};

/** Code of a delivery (`livr`): a real calendar day `AAAAMMJJ`, then at most one letter. */
export const isDeliveryCode = (text: string): boolean => deliveryDay(text) !== undefined;

/** Key of a product in the maps of a groupement: `pr.rp`. */
export const productCode = (pr: string, rp: string): string => `${pr}.${rp}`;

/** The producer and the number of a product code; `undefined` when it is not one. */
export const parseProductCode = (code: string): { pr: string; rp: string } | undefined => {
	const [, pr, rp] = PRODUCT.exec(code) ?? [];
	return pr === undefined || rp === undefined ? undefined : { pr, rp };
};

/** Which test each property of a key of this application must pass. */
export const keyPropertyTests: Readonly<Record<string, (text: string) => boolean>> = {
	gc: isGroupCode,
	gp: isGroupCode,
	co: isActorCode,
	pr: isActorCode,
	livr: isDeliveryCode,
};

/** The property of a key whose value is not a code, or `undefined` when all are. */
export const wrongCodeOf = (key: Readonly<Record<string, string>>): string | undefined =>
	Object.entries(key).find(([name, value]) => keyPropertyTests[name]?.(value) === false)?.[0];

export const groupCodeSchema = v.pipe(v.string(), v.check(isGroupCode, 'not a group code'));
export const actorCodeSchema = v.pipe(v.string(), v.check(isActorCode, 'not a code 1–999'));
export const productNumberSchema = v.pipe(v.string(), v.check(isProductNumber, 'not 1–9999'));
export const productCodeSchema = v.pipe(
	v.string(),
	v.check((text) => parseProductCode(text) !== undefined, 'not a product code pr.rp'),
);
export const deliveryCodeSchema = v.pipe(
	v.string(),
	v.check(isDeliveryCode, 'not a delivery code AAAAMMJJ[a-z]'),
);
