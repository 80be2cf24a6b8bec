import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';

/** Names of what somebody could find out by how long a comparison takes. */
const SECRET = /(token|secret|signature|mac|tag|proof|pin|phrase|password)$/i;
/** What is said of a name and is no secret. */
const ABOUT = /(length|type|kind|undefined|null|typeof)/;

const nameAt = (text: string): string => /([A-Za-z]+)[)\]\s]*$/.exec(text)?.[1] ?? '';

/** Comparisons of secrets, as they stand in a source, that end where they first differ. */
export const secretComparisons = (
	file: string,
	text = readFileSync(file, 'utf8'),
): readonly string[] => {
	const found: string[] = [];
	const visitor = new Visitor({
		BinaryExpression({ operator, left, right, start, end }) {
			if (operator !== '===' && operator !== '!==') return;
			const sides = [left, right].map((side) => text.slice(side.start, side.end));
			const isAbout = sides.some((side) => ABOUT.test(side) || /^['"`\d]/.test(side));
			if (!isAbout && sides.some((side) => SECRET.test(nameAt(side))))
				found.push(text.slice(start, end));
		},
	});
	visitor.visit(parseSync(file, text).program);
	return found;
};
