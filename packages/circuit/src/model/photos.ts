import { base64UrlToBytes } from '@navette/core';
import * as v from 'valibot';
import { instantSchema, integerSchema, textSchema } from './fields.ts';

/** Longest side of a photo once it was made smaller on the device, and of its thumbnail: pixels. */
export const PHOTO_SIDE = 1_280;
export const THUMBNAIL_SIDE = 160;
/** Largest photo and thumbnail, bytes. */
export const MAX_PHOTO = 2 ** 20;
export const MAX_THUMBNAIL = 12_000;

/** Whether bytes begin as a JPEG does: the only form of a photo here. */
export const isJpeg = (bytes: Uint8Array | undefined): boolean =>
	bytes !== undefined && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** A thumbnail: a small JPEG in base64url, in the document itself, so that it is there without network. */
export const thumbnailSchema = v.pipe(
	v.string(),
	v.maxLength(Math.ceil((MAX_THUMBNAIL * 4) / 3)),
	v.check((text) => isJpeg(base64UrlToBytes(text)), 'not a JPEG'),
);

const sideSchema = integerSchema(1, 4_096);

/** PHOT, the photo of a product (key `gp pr.rp`) or of a producer (`gp pr`). Its whole picture is the file of the document. */
export const photoSchema = v.strictObject({
	vig: thumbnailSchema,
	/** Width and height of the whole picture, pixels. */
	l: sideSchema,
	h: sideSchema,
	t: instantSchema,
	par: textSchema(100),
});
export type Photo = v.InferOutput<typeof photoSchema>;

/** Width and height, pixels, once the longest side is no longer than told; never larger, never nothing. */
export const fittedSize = (
	width: number,
	height: number,
	side: number,
): { readonly width: number; readonly height: number } => {
	const ratio = Math.min(1, side / Math.max(width, height));
	const shorter = (length: number): number => Math.max(1, Math.round(length * ratio));
	return { width: shorter(width), height: shorter(height) };
};
