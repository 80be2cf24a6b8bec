import { bytesToBase64Url, err, ok, type Result } from '@navette/core';
import {
	fittedSize,
	MAX_PHOTO,
	MAX_THUMBNAIL,
	PHOTO_SIDE,
	THUMBNAIL_SIDE,
} from '../../../model/index.ts';

/** A file above this is not even opened: bytes. */
const MOST = 40_000_000;
const QUALITIES = [0.82, 0.65, 0.45, 0.25] as const;

/** Why a file is no photo: no picture that this browser reads, or too large. */
export type PictureFault = 'large' | 'unread';

/** A picture ready to be sent: JPEG, without what the camera noted of the place. */
export interface ShrunkPicture {
	readonly blob: Blob;
	/** Base64url. */
	readonly thumbnail: string;
	readonly width: number;
	readonly height: number;
}

const draw = async (
	picture: ImageBitmap,
	side: number,
	most: number,
): Promise<
	{ readonly blob: Blob; readonly width: number; readonly height: number } | undefined
> => {
	const size = fittedSize(picture.width, picture.height, side);
	const canvas = document.createElement('canvas');
	Object.assign(canvas, size);
	const context = canvas.getContext('2d');
	if (!context) return undefined;
	// what is transparent becomes white, as paper is
	context.fillStyle = '#fff';
	context.fillRect(0, 0, size.width, size.height);
	context.drawImage(picture, 0, 0, size.width, size.height);
	for (const quality of QUALITIES) {
		const blob = await new Promise<Blob | null>((resolve) =>
			canvas.toBlob(resolve, 'image/jpeg', quality),
		);
		if (blob && blob.size <= most) return { blob, ...size };
	}
	return undefined;
};

/** Reads a file as a picture and makes it smaller, with a thumbnail, on this device. */
export const shrinkPicture = async (file: Blob): Promise<Result<ShrunkPicture, PictureFault>> => {
	if (file.size > MOST) return err('large');
	let picture: ImageBitmap;
	try {
		picture = await createImageBitmap(file);
	} catch {
		// the browser says no more than that it could not
		return err('unread');
	}
	const whole = await draw(picture, PHOTO_SIDE, MAX_PHOTO);
	const small = await draw(picture, THUMBNAIL_SIDE, MAX_THUMBNAIL);
	picture.close();
	if (!whole || !small) return err('unread');
	const bytes = new Uint8Array(await small.blob.arrayBuffer());
	return ok({ ...whole, thumbnail: bytesToBase64Url(bytes) });
};
