const ENTITIES: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&apos;': "'",
};

const unescapeXml = (text: string): string =>
	text.replaceAll(
		/&(?:amp|lt|gt|quot|apos|#(\d+));/g,
		(whole, code: string | undefined) => ENTITIES[whole] ?? String.fromCodePoint(Number(code)),
	);

/** Inner texts of the elements of a name, in order, however nested their own content. */
export const elementsOf = (xml: string, name: string): readonly string[] => {
	const found: string[] = [];
	const [open, close] = [`<${name}>`, `</${name}>`];
	for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
		const end = xml.indexOf(close, at);
		if (end < 0) break;
		found.push(xml.slice(at + open.length, end));
		at = end;
	}
	return found;
};

/** Text of the first element of a name, `undefined` when there is none. */
export const textOf = (xml: string, name: string): string | undefined => {
	const [first] = elementsOf(xml, name);
	return first === undefined ? undefined : unescapeXml(first);
};

/** A text within XML. */
export const escapeXml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
