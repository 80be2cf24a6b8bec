import jpeg from 'jpeg-js';
import type { Raster } from './paint.ts';

/** Of 100: flat colours show the blocks of a lower one. */
const QUALITY = 80;

/** A picture as a photo is kept. */
export const jpegOf = ({ width, height, pixels }: Raster): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(jpeg.encode({ width, height, data: pixels }, QUALITY).data);
