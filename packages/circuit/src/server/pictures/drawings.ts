import type { Layer } from './paint.ts';
import {
	both,
	circle,
	ellipse,
	type Point,
	rounded,
	type Shape,
	stroke,
	without,
} from './shapes.ts';

const fill = (shape: Shape, ink: number, shade = ink): Layer => ({ shape, ink, shade });
const glow = (shape: Shape, ink: number, alpha: number, soft = 4): Layer => ({
	...{ shape, ink, alpha, soft },
});

const WALL = rounded([80, 60], 90, 70, 0);
const TABLE = rounded([80, 116], 90, 38, 0);
/** A wall, a table, and the shadow of what stands on it. */
const scene = (wall: number, table: number, wide: number): Layer[] => [
	fill(WALL, wall, wall),
	glow(circle([48, 26], 62), 0xffffff, 0.28, 60),
	fill(TABLE, table, table),
	glow(ellipse([84, 100], wide, 8), 0x000000, 0.3, 12),
];

/** A leaf with its vein. */
const leaf = (from: Point, to: Point, wide: number, ink: number): Layer[] => {
	const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
	const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
	const half = Math.hypot(to[0] - from[0], to[1] - from[1]) / 2;
	return [
		fill(ellipse(middle, half, wide, angle), ink + 0x101808, ink - 0x081808),
		{ shape: stroke(from, to, 0.5), ink: 0xffffff, alpha: 0.35 },
	];
};

/** A round fruit, its light and its edge. */
const fruit = ([x, y]: Point, r: number, ink: number, shade: number): Layer[] => [
	fill(circle([x, y], r), ink, shade),
	glow(ellipse([x - r * 0.35, y - r * 0.42], r * 0.3, r * 0.2, -0.7), 0xffffff, 0.5, r * 0.3),
];

const egg = ([x, y]: Point, ink: number, shade: number): Layer[] => [
	fill(ellipse([x, y], 12, 16), ink, shade),
	glow(ellipse([x - 4, y - 7], 3, 4.5), 0xffffff, 0.6, 4),
];

const eggs = (count: number): Layer[] => {
	const shells = [
		[0xf3cfa5, 0xb87a48],
		[0xfbe6cd, 0xc99a6a],
		[0xe0a878, 0x9a5f36],
	] as const;
	const row = (y: number, shift: number, n: number): Layer[] =>
		Array.from({ length: n }, (_, at) => {
			const [ink, shade] = shells[(at + shift) % 3] ?? shells[0];
			return egg([80 + (at - (n - 1) / 2) * 25, y], ink, shade);
		}).flat();
	return [
		...scene(0xdfe7dc, 0xb98f63, 62),
		...(count > 6 ? row(62, 1, 5) : []),
		...row(count > 6 ? 76 : 74, 0, count > 6 ? 4 : 3),
		fill(rounded([80, 94], count > 6 ? 68 : 50, 14, 9), 0x9a9384, 0x6d675b),
		glow(rounded([80, 84], count > 6 ? 62 : 44, 1, 1), 0xffffff, 0.35, 3),
	];
};

const carrot = (tip: Point, top: Point): Layer[] => [
	...leaf(top, [top[0] + 12, top[1] - 26], 4, 0x4d8b37),
	...leaf(top, [top[0] + 24, top[1] - 18], 4, 0x3f7a2e),
	...leaf(top, [top[0] + 1, top[1] - 25], 4, 0x5d9c42),
	fill(stroke(top, tip, 9, 1.5), 0xf79a3c, 0xd2600f),
	glow(stroke([top[0] - 3, top[1] - 2], [tip[0] - 1, tip[1] - 6], 1.5, 0.5), 0xffffff, 0.4, 3),
];

const beet = (at: Point, r: number): Layer[] => [
	...leaf([at[0], at[1] - r], [at[0] - 12, at[1] - r - 34], 7, 0x3f7d3a),
	...leaf([at[0], at[1] - r], [at[0] + 12, at[1] - r - 32], 7, 0x4b8f43),
	fill(stroke([at[0], at[1] - r + 3], [at[0] - 6, at[1] - r - 20], 1.6), 0xb0335f),
	fill(stroke([at[0], at[1] - r + 3], [at[0] + 7, at[1] - r - 19], 1.6), 0xb0335f),
	fill(stroke([at[0], at[1] + r - 4], [at[0] + 4, at[1] + r + 9], 3, 0.5), 0x7a1f45),
	...fruit(at, r, 0xb23a68, 0x5a1233),
];

const jar = (ink: number, shade: number): Layer[] => [
	fill(rounded([80, 70], 31, 34, 9), ink, shade),
	glow(rounded([58, 70], 2.5, 24, 2), 0xffffff, 0.55, 4),
	fill(rounded([80, 34], 29, 7, 3), 0xd8b46a, 0x9c7630),
	fill(rounded([80, 74], 22, 15, 2), 0xfff7e4, 0xf0e2c2),
];

const slices: Layer[] = [0, 1, 2, 3, 4, 5].map((turn) =>
	fill(stroke([108, 82], [108 + 15 * Math.cos(turn), 82 + 15 * Math.sin(turn)], 0.7), 0xfff3d8),
);

const cutCitrus = (rind: number, flesh: number, shade: number): Layer[] => [
	fill(circle([108, 82], 21), rind),
	fill(circle([108, 82], 18.5), 0xfff3d8),
	fill(circle([108, 82], 16.5), flesh, shade),
	...slices,
];

const loaf = ellipse([80, 76], 56, 25);
const wheel = ellipse([80, 76], 54, 25);

/** A house with a roof, as wide as twice `w`. */
const house = ([x, y]: Point, w: number, wall: number, roof: number): Layer[] => [
	fill(rounded([x, y], w, w * 0.5, 1), wall, wall - 0x181818),
	fill(stroke([x - w, y - w * 0.5], [x + w, y - w * 0.5], 4), roof, roof - 0x200c04),
	fill(
		stroke([x - w * 0.55, y - w * 0.7], [x + w * 0.55, y - w * 0.7], w * 0.24),
		roof,
		roof - 0x200c04,
	),
	fill(rounded([x, y + w * 0.18], w * 0.22, w * 0.32, 1), 0x6b4a2e, 0x4a3220),
	fill(rounded([x - w * 0.6, y], w * 0.14, w * 0.15, 1), 0xfff2c4),
	fill(rounded([x + w * 0.6, y], w * 0.14, w * 0.15, 1), 0xfff2c4),
];

const tree = ([x, y]: Point, r: number): Layer[] => [
	fill(stroke([x, y], [x, y + r * 1.6], r * 0.16), 0x6b4a2e),
	...fruit([x, y], r, 0x7fb05a, 0x3d6b2c),
];

/** What is drawn for the producers who show their farm, by their name. */
export const farms: Readonly<Record<string, readonly Layer[]>> = {
	'Ferme de la Lande': [
		fill(WALL, 0xa9d3ec, 0xe9f2ee),
		glow(circle([124, 26], 11), 0xfff2b8, 1, 5),
		fill(ellipse([40, 108], 110, 46), 0x9cc26f, 0x6f9c4a),
		fill(ellipse([134, 116], 100, 44), 0x86b25c, 0x5a8a3c),
		...tree([32, 58], 15),
		...tree([132, 66], 12),
		...house([80, 78], 30, 0xf6ead2, 0xc2613d),
		...[40, 58, 112].map((x, at) =>
			fill(ellipse([x, 102 + (at % 2) * 4], 5, 4), 0xffffff, 0xd8d0c0),
		),
		...[44, 62, 116].map((x, at) => fill(circle([x, 98 + (at % 2) * 4], 2.4), 0xffffff)),
		...[45, 63, 117].map((x, at) => fill(circle([x, 95.5 + (at % 2) * 4], 1.2), 0xd23b2f)),
	],
};

/** What is drawn for each product of the demonstration that has a picture, by its name. */
export const drawings: Readonly<Record<string, readonly Layer[]>> = {
	'Œufs par 12': eggs(12),
	'Œufs par 6': eggs(6),
	Carottes: [
		...scene(0xe8efe0, 0xc9a87c, 56),
		...carrot([32, 92], [96, 50]),
		...carrot([48, 100], [112, 62]),
		...carrot([66, 106], [126, 76]),
	],
	Betteraves: [...scene(0xefe6ea, 0xb08a68, 56), ...beet([58, 76], 22), ...beet([104, 80], 25)],
	Potimarron: [
		...scene(0xf1ead9, 0xa47c55, 54),
		fill(stroke([82, 44], [90, 22], 5, 3), 0x8d7a3c, 0x5f5226),
		fill(ellipse([46, 72], 22, 30), 0xe8662a, 0xb23c0f),
		fill(ellipse([114, 72], 22, 30), 0xd8531c, 0x98300a),
		fill(ellipse([62, 72], 22, 33), 0xf27a37, 0xc24a16),
		fill(ellipse([99, 72], 22, 33), 0xec6c2b, 0xb23f10),
		fill(ellipse([80, 72], 18, 35), 0xf98c48, 0xcf5219),
		glow(ellipse([70, 54], 4, 9, 0.3), 0xffffff, 0.45, 7),
	],
	Camembert: [
		...scene(0xe3ebee, 0x9d7448, 62),
		fill(rounded([80, 84], 54, 13, 6), 0xf3ead0, 0xd9c79a),
		fill(wheel, 0xfffaf0, 0xe9dcbd),
		fill(both(wheel, stroke([80, 76], [150, 112], 0.1, 26)), 0xe9c66c, 0xd3a545),
		{ shape: without(wheel, ellipse([80, 74], 52, 23)), ink: 0xffffff, alpha: 0.5 },
		glow(ellipse([58, 66], 14, 5, -0.2), 0xffffff, 0.7, 8),
	],
	'Pommes à couteau, caisse de 6 kg': [
		...scene(0xe4eee3, 0xa98157, 64),
		...fruit([52, 60], 20, 0xe2574c, 0x931f24),
		...fruit([108, 60], 20, 0xd9c84a, 0x98871e),
		...fruit([80, 56], 21, 0xd63c3c, 0x851419),
		fill(stroke([80, 38], [84, 26], 1.4), 0x5c4023),
		...leaf([84, 28], [104, 24], 5, 0x4d8b37),
		fill(rounded([80, 90], 62, 16, 3), 0xcf9f66, 0x9a6c38),
		fill(rounded([80, 90], 62, 1, 0.5), 0x8a5f30),
	],
	'Jus de pomme 1 l': [
		...scene(0xf1efe2, 0xb58d5f, 34),
		fill(rounded([80, 30], 9, 20, 4), 0xe3ad3f, 0xb87a1c),
		fill(ellipse([80, 56], 26, 20), 0xedb94a, 0xb87a1c),
		fill(rounded([80, 78], 26, 25, 7), 0xedb94a, 0xb4741a),
		fill(rounded([80, 12], 10, 5, 2), 0x4f7f3d, 0x2f5423),
		fill(rounded([80, 80], 26, 14, 1), 0xfffaf0, 0xf1e6cc),
		...fruit([80, 80], 9, 0xd63c3c, 0x8a1a1f),
		glow(rounded([61, 66], 2, 20, 2), 0xffffff, 0.6, 4),
	],
	'Pain au levain 1 kg': [
		...scene(0xece4d6, 0x8e6a45, 62),
		fill(loaf, 0xd99a54, 0x8a4f1d),
		...[48, 68, 88, 108].map((x) =>
			fill(both(loaf, ellipse([x, 72], 3, 15, 0.5)), 0xf6deb0, 0xe0b876),
		),
		glow(ellipse([58, 62], 22, 5, -0.15), 0xffffff, 0.35, 10),
	],
	'Miel 500 g': [
		...scene(0xf4ecd8, 0xb3895a, 40),
		...jar(0xf5b431, 0xb86a08),
		...[74, 80, 86].map((x, at) => fill(circle([x, at === 1 ? 77 : 71], 4), 0xe9a62a, 0xcf8412)),
	],
	'Oranges, caisse de 10 kg': [
		...scene(0xe2edf2, 0xb98f63, 58),
		...leaf([58, 40], [84, 26], 6, 0x3f7a2e),
		...fruit([60, 68], 29, 0xffa62e, 0xd8660a),
		...cutCitrus(0xf58a14, 0xffae3d, 0xf08a17),
	],
	'Citrons, caisse de 5 kg': [
		...scene(0xe6eef0, 0xa88562, 58),
		...leaf([54, 44], [76, 30], 6, 0x4d8b37),
		fill(ellipse([58, 70], 33, 23, -0.35), 0xffe14a, 0xd3a50c),
		fill(ellipse([88, 59], 7, 5, -0.35), 0xfbd93c, 0xdcae14),
		glow(ellipse([48, 60], 9, 4, -0.5), 0xffffff, 0.6, 8),
		...cutCitrus(0xf2c81d, 0xfff08a, 0xf0d548),
	],
};
