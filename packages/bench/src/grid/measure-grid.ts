import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startChild } from '../child.ts';
import { tokenOf } from '../evening/token.ts';
import { type Figure, quantile, rounded } from '../results.ts';
import { type FrameFigures, frameFigures } from './frames.ts';
import {
	type Gesture,
	type GridPage,
	openBarePage,
	openChromium,
	openGridPage,
	type Wheel,
} from './grid-page.ts';
import { type GridOrganisation, type GridSize, gridOf, ordersOf } from './organisation.ts';

/** How large, and how long each gesture is. */
export interface GridLoad extends GridSize {
	/** Times that the grid is gone through, there and back. */
	readonly rounds: number;
	/** Quantities typed. */
	readonly typed: number;
	/** How many times slower the processor is made, one after the other; 1 = as it is. */
	readonly slower: readonly number[];
}

/** What a person at the grid meets, at the speed of the machine or slowed down. */
export interface GridOutcome {
	readonly slower: number;
	readonly down: FrameFigures;
	readonly across: FrameFigures;
	/** From a key to the frame after it, ms, sorted: typed as a quick hand does. */
	readonly keys: readonly number[];
	/** The same, each key as soon as the one before was taken. */
	readonly rushed: readonly number[];
}

export interface GridRun {
	/** Cells in the page before any gesture. */
	readonly drawn: number;
	/** As many cells in a page of plain HTML, scrolled as much in turn with the grid. */
	readonly bare: { readonly down: FrameFigures; readonly across: FrameFigures };
	readonly outcomes: readonly GridOutcome[];
}

const fill = async (url: string, token: string, grid: GridOrganisation): Promise<void> => {
	for (const [at, co] of grid.consumers.entries()) {
		const { gc, tour } = grid;
		const answer = await fetch(`${url}/api/grid/call/CmdLot`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${token}`,
				'content-type': 'application/json',
				'operation-id': randomBytes(16).toString('base64url'),
			},
			body: JSON.stringify({ right: `GC/${gc}`, gc, co, ...tour, lignes: ordersOf(grid, at) }),
		});
		if (!answer.ok) throw new Error(`order of ${co}: ${await answer.text()}`);
	}
};

/** Px gone through by a gesture: most of the grid, never beyond its end. */
const farOf = ({ consumers, products }: GridSize) => ({
	down: 30 * products,
	across: 40 * consumers,
});

/** Goes through and back, each page in turn, so many times: what else the machine does is for all. */
const through = async (
	wheels: readonly Wheel[],
	axis: 'x' | 'y',
	far: number,
	rounds: number,
): Promise<readonly FrameFigures[]> => {
	const gestures = wheels.map((): Gesture[] => []);
	for (let round = 0; round < rounds; round++)
		for (const [at, wheel] of wheels.entries())
			for (const by of [far, -far]) gestures[at]?.push(await wheel({ [axis]: by }));
	return gestures.map(frameFigures);
};

/** Between two keys of a quick hand, ms. */
const PACE = 150;

const useGridPage = async (page: GridPage, bare: Wheel, load: GridLoad, slower: number) => {
	const far = farOf(load);
	await page.slowDown(slower);
	const wheels = [page.scroll, bare];
	const [down, bareDown] = await through(wheels, 'y', far.down, load.rounds);
	const [across, bareAcross] = await through(wheels, 'x', far.across, load.rounds);
	if (!down || !across || !bareDown || !bareAcross) throw new Error('a page was not scrolled');
	const typed = async (first: number, pause: number) => {
		const quantities = Array.from({ length: load.typed }, (_, n) => first + (n % 8));
		return [...(await page.type(quantities, pause))].sort((a, b) => a - b);
	};
	const [keys, rushed] = [await typed(1, PACE), await typed(2, 0)];
	return { outcome: { slower, down, across, keys, rushed }, bareDown, bareAcross };
};

/** Scrolls and types in the real grid of a real server, in a real browser. */
export const useGrid = async (browser: Browser, load: GridLoad): Promise<GridRun> => {
	const now = Date.now();
	const secret = randomBytes(16).toString('base64url');
	const grid = gridOf(load, now);
	const token = tokenOf(secret, `GC/${grid.gc}`);
	const size = [load.consumers, load.products, now].map(String);
	const server = await startChild(path.join('grid', 'server-process.ts'), [secret, ...size]);
	try {
		await fill(server.url, token, grid);
		const wheel = await openBarePage(browser, load);
		const page = await openGridPage(browser, `${server.url}/#/enter/grid/${token}`, grid.tour);
		const drawn = await page.drawn();
		const seen = [];
		for (const slower of load.slower) seen.push(await useGridPage(page, wheel, load, slower));
		const [first] = seen;
		if (!first) throw new Error('no speed was asked for');
		const bare = { down: first.bareDown, across: first.bareAcross };
		return { drawn, bare, outcomes: seen.map(({ outcome }) => outcome) };
	} finally {
		await server.stop();
	}
};

const FRAME = 1_000 / 60;

const framesOf = (name: string, seen: FrameFigures, isJudged: boolean): readonly Figure[] => [
	{
		...{ name: `${name}: frames`, value: seen.rate, unit: 'a second' },
		...(isJudged ? { bar: '60 a second (≥ 58), on a quiet machine', met: seen.rate >= 58 } : {}),
	},
	{ name: `${name}: late by a frame or more`, value: rounded(100 * seen.late), unit: '%' },
	{ name: `${name}: between two frames, p95`, value: seen.p95, unit: 'ms' },
	{ name: `${name}: between two frames, longest`, value: seen.longest, unit: 'ms' },
];

/** What a gesture takes of the processor: a frame can come in time when it is less than one. */
const busyOf = (name: string, { busy }: FrameFigures, isJudged: boolean): Figure => ({
	...{ name: `${name}: processor time of the page for 1/60 s`, value: busy, unit: 'ms' },
	...(isJudged ? { bar: '≤ 16.7 ms', met: busy <= FRAME } : {}),
});

const keyFigures = (name: string, keys: readonly number[]): readonly Figure[] => [
	{ name: `${name}, median`, value: rounded(quantile(keys, 0.5)), unit: 'ms' },
	{ name: `${name}, p99`, value: rounded(quantile(keys, 0.99)), unit: 'ms' },
];

const figuresOf = ({ slower, down, across, keys, rushed }: GridOutcome): readonly Figure[] => {
	const how = slower === 1 ? '' : `, processor ${slower} times slower`;
	const gestures = [
		[`down and up${how}`, down],
		[`across and back${how}`, across],
	] as const;
	return [
		...gestures.flatMap(([name, seen]) => [
			busyOf(name, seen, slower === 1),
			...framesOf(name, seen, slower === 1),
		]),
		...keyFigures(`key → drawn${how}`, keys),
		...keyFigures(`key → drawn${how}, without a pause`, rushed),
	];
};

/** The grid in figures. */
export const gridFigures = async (load: GridLoad): Promise<readonly Figure[]> => {
	const browser = await openChromium();
	try {
		const { drawn, bare, outcomes } = await useGrid(browser, load);
		const cells = load.consumers * load.products;
		return [
			{ name: `cells in the page, of ${cells}`, value: drawn, unit: 'cells' },
			...framesOf('as many cells of plain HTML, down and up', bare.down, false),
			...framesOf('as many cells of plain HTML, across and back', bare.across, false),
			...outcomes.flatMap(figuresOf),
		];
	} finally {
		await browser.close();
	}
};
