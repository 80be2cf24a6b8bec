/** A form on a picture of 160 × 120, whatever its pixels. */
export interface Shape {
	/** Distance of a point to the edge, about; negative inside. */
	readonly distance: (x: number, y: number) => number;
	/** Left, top, right, bottom: nothing of it is beyond. */
	readonly box: readonly [number, number, number, number];
}

/** A point of a picture. */
export type Point = readonly [x: number, y: number];

/** `Math.hypot` looks after numbers that are never here, and is ten times slower. */
const length = (x: number, y: number): number => Math.sqrt(x * x + y * y);

/** An ellipse by its centre and its half axes, turned by `angle` (radians). */
export const ellipse = ([cx, cy]: Point, rx: number, ry: number, angle = 0): Shape => {
	const [cos, sin, reach] = [Math.cos(angle), Math.sin(angle), Math.max(rx, ry)];
	return {
		distance(px, py) {
			const dx = px - cx;
			const dy = py - cy;
			const x = (dx * cos + dy * sin) / rx;
			const y = (dy * cos - dx * sin) / ry;
			const far = length(x, y);
			const slope = length(x / rx, y / ry);
			return slope === 0 ? -Math.min(rx, ry) : (far * (far - 1)) / slope;
		},
		box: [cx - reach, cy - reach, cx + reach, cy + reach],
	};
};

export const circle = (centre: Point, r: number): Shape => ellipse(centre, r, r);

/** A line with round ends, from one thickness to another: a root, a stalk, a leaf. */
export const stroke = ([ax, ay]: Point, [bx, by]: Point, from: number, to = from): Shape => {
	const [dx, dy] = [bx - ax, by - ay];
	const most = Math.max(from, to);
	return {
		distance(x, y) {
			const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
			const at = Math.min(1, Math.max(0, along));
			return length(x - ax - at * dx, y - ay - at * dy) - (from + (to - from) * at);
		},
		box: [
			...[Math.min(ax, bx) - most, Math.min(ay, by) - most],
			...[Math.max(ax, bx) + most, Math.max(ay, by) + most],
		] as unknown as Shape['box'],
	};
};

/** A box by its centre, its half sides and the radius of its corners. */
export const rounded = ([cx, cy]: Point, w: number, h: number, r: number): Shape => ({
	distance(px, py) {
		const x = Math.abs(px - cx) - w + r;
		const y = Math.abs(py - cy) - h + r;
		return length(Math.max(x, 0), Math.max(y, 0)) + Math.min(Math.max(x, y), 0) - r;
	},
	box: [cx - w, cy - h, cx + w, cy + h],
});

/** What is in both. */
export const both = (a: Shape, b: Shape): Shape => ({
	distance: (x, y) => Math.max(a.distance(x, y), b.distance(x, y)),
	box: a.box,
});

/** The first without the second. */
export const without = (a: Shape, b: Shape): Shape => ({
	distance: (x, y) => Math.max(a.distance(x, y), -b.distance(x, y)),
	box: a.box,
});
