import { inflateSync } from 'node:zlib';

/** One page of a PDF: its size in points, and its words in the order in which they are drawn. */
export interface PdfPage {
	readonly width: number;
	readonly height: number;
	readonly text: string;
}

const objectsOf = (pdf: string): ReadonlyMap<string, string> =>
	new Map(
		[...pdf.matchAll(/(\d+) 0 obj\n?([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [
			id,
			body,
		]),
	);

/** The content of a stream object, inflated when it is deflated. */
const streamOf = (object: string): string => {
	const start = object.indexOf('stream\n') + 7;
	const bytes = Buffer.from(object.slice(start, object.lastIndexOf('\nendstream')), 'latin1');
	return /\/FlateDecode/.test(object) ? inflateSync(bytes).toString('latin1') : bytes.toString();
};

const characters = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Characters by glyph number, as a font says them. */
const glyphsOf = (map: string): ReadonlyMap<number, string> => {
	const glyphs = new Map<number, string>();
	for (const [, block = ''] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
		for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
			glyphs.set(Number.parseInt(glyph, 16), characters(text));
	for (const [, block = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
		for (const [, from = '', to = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
			const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
			const base = Number.parseInt(text, 16);
			for (let at = first; at <= last; at += 1)
				glyphs.set(at, String.fromCharCode(base + at - first));
		}
	return glyphs;
};

interface Font {
	readonly glyphs: ReadonlyMap<number, string>;
	/** Hexadecimal digits of one glyph. */
	readonly digits: number;
}

/** Fonts of a page by the name that its content uses. */
const fontsOf = (page: string, objects: ReadonlyMap<string, string>): ReadonlyMap<string, Font> => {
	const named = /\/Font <<([\s\S]*?)>>/.exec(page)?.[1] ?? '';
	return new Map(
		[...named.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
			const font = objects.get(id) ?? '';
			const map = /\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? '';
			const digits = font.includes('/Type3') ? 2 : 4;
			return [name, { glyphs: glyphsOf(streamOf(objects.get(map) ?? '')), digits }] as const;
		}),
	);
};

/** The words of a page; one block of text a line. */
const textOf = (content: string, fonts: ReadonlyMap<string, Font>): string => {
	let font: Font | undefined;
	let text = '';
	for (const [whole, name, hex = ''] of content.matchAll(/\/(\w+) [\d.]+ Tf|<(\w+)>|\bET\b/g)) {
		if (name) font = fonts.get(name);
		else if (whole === 'ET') text += '\n';
		else
			for (let at = 0; font && at < hex.length; at += font.digits)
				text += font.glyphs.get(Number.parseInt(hex.slice(at, at + font.digits), 16)) ?? '';
	}
	return text;
};

/** Reads the pages of a PDF that Chromium made. */
export const pdfPages = (bytes: Buffer): readonly PdfPage[] => {
	const objects = objectsOf(bytes.toString('latin1'));
	return [...objects.values()]
		.filter((object) => /\/Type \/Page\b/.test(object))
		.map((page) => {
			const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
			const contents = /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '';
			const text = textOf(streamOf(objects.get(contents) ?? ''), fontsOf(page, objects));
			return { width: Number(width), height: Number(height), text };
		});
};
