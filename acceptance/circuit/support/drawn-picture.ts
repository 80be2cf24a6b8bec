import type { Page } from 'playwright-core';

/** A picture as a camera gives one, drawn by the browser itself: PNG of one colour. */
export const drawnPicture = async (page: Page, width: number, height: number): Promise<Buffer> => {
	const bytes = await page.evaluate(
		async ([w, h]) => {
			const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
			const context = canvas.getContext('2d');
			if (context) Object.assign(context, { fillStyle: '#c60' }).fillRect(0, 0, w ?? 0, h ?? 0);
			const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
			return [...new Uint8Array((await blob?.arrayBuffer()) ?? [])];
		},
		[width, height],
	);
	return Buffer.from(bytes);
};
