import type { Shape } from './shapes.ts';

/** Width and height that shapes are drawn for. */
const WIDE = 160;
const HIGH = 120;

/** A form filled with a colour, or from one to another: the light comes from the upper left. */
export interface Layer {
	readonly shape: Shape;
	/** `0xrrggbb` */
	readonly ink: number;
	readonly shade?: number;
	/** Width of a blurred edge; a sharp one when absent. */
	readonly soft?: number;
	/** 0–1; all when absent. */
	readonly alpha?: number;
}

/** Pixels, four bytes each (red, green, blue, opacity), line by line. */
export interface Raster {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8ClampedArray;
}

const channels = (ink: number) => [(ink >> 16) & 255, (ink >> 8) & 255, ink & 255] as const;

const within = (share: number): number => Math.min(1, Math.max(0, share));

/** Lays one form over what is there. Without an array a pixel: a server draws all of them as it starts. */
const lay = ({ width, height, pixels }: Raster, { shape, ...look }: Layer): void => {
	const scale = WIDE / width;
	const edge = look.soft ?? scale;
	const alpha = look.alpha ?? 1;
	const [left, top, right, bottom] = shape.box;
	const [light, dark] = [channels(look.ink), channels(look.shade ?? look.ink)];
	const first = (at: number) => Math.max(0, Math.floor((at - edge) / scale));
	const last = (at: number, most: number) => Math.min(most, Math.ceil((at + edge) / scale));
	const [start, end] = [first(left), last(right, width)];
	for (let row = first(top); row < last(bottom, height); row += 1) {
		const y = (row + 0.5) * scale;
		for (let column = start; column < end; column += 1) {
			const x = (column + 0.5) * scale;
			const covered = 0.5 - shape.distance(x, y) / edge;
			if (covered <= 0) continue;
			const away = ((x - left) / (right - left) + (y - top) / (bottom - top)) / 2;
			const deep = within(away);
			const much = within(covered) * alpha;
			const pixel = (row * width + column) * 4;
			for (let part = 0; part < 3; part += 1) {
				const from = light[part] ?? 0;
				const under = pixels[pixel + part] ?? 0;
				const over = from + ((dark[part] ?? 0) - from) * deep;
				pixels[pixel + part] = under + (over - under) * much;
			}
		}
	}
};

/** Forms, each over those before, at a width in pixels; the height follows. */
export const paint = (layers: readonly Layer[], width: number): Raster => {
	const height = Math.round((width * HIGH) / WIDE);
	const raster = { width, height, pixels: new Uint8ClampedArray(width * height * 4) };
	for (const layer of layers) lay(raster, layer);
	return raster;
};
