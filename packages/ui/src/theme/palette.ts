/** Ten shades of one dye, from the palest to the darkest. */
export type Dye = readonly [
	string,
	string,
	string,
	string,
	string,
	string,
	string,
	string,
	string,
	string,
];

/**
 * The dyes of the old weavers: pine green (woad over weld), madder red, weld yellow, woad blue,
 * and unbleached stone. Shades are even steps of OKLCH lightness, so that the same rank of two dyes
 * has the same weight; green leans to blue and red to orange, so that they stay apart for
 * colour-blind people.
 */
export const dyes = {
	pine: '#effaf6 #dbf1e9 #bbe4d5 #92d2bd #67bca3 #3da589 #148a6f #006f57 #005642 #003e2f',
	madder: '#fff3ef #ffe3db #ffc9bc #ffa996 #f28770 #df674f #c04b34 #9e3621 #7d2615 #5c180a',
	weld: '#fcf6eb #f6ead2 #ecd6ac #dfbe7c #cca248 #b78800 #9b6d00 #7e5500 #634000 #482d00',
	woad: '#f2f7ff #e1ecfc #c7dbf7 #a8c4ef #87abe1 #6a92ce #5077b0 #3c5e91 #2b4872 #1c3354',
	stone: '#f8f7f1 #ecebe5 #dad9d2 #c4c3bb #abaaa1 #929188 #77766e #5f5e56 #494841 #34332d',
	night: '#e4ecea #c3cdcb #a7b1b0 #87918f #515a59 #363f3e #242c2b #18201f #101817 #0b1312',
} as const;

export type DyeName = keyof typeof dyes;

/** The shades of a dye as a tuple. */
export const dye = (name: DyeName): Dye => dyes[name].split(' ') as unknown as Dye;
