import { nameOf, type Screen, type Totals } from './plan.ts';

/** Which documents of the plan a screen must hold. */
const isShownBy = (screen: Screen, document: string): boolean => {
	const [type = '', name = ''] = document.split('/');
	const [first = '', second = ''] = name.split('.');
	if (screen.role === 'groupement') return type !== 'BCC';
	if (screen.role === 'producer') return type === 'CART' && first === screen.pr;
	if (screen.role === 'animator') return (type === 'CART' ? second : first) === screen.gc;
	if (type === 'BCC') return first === screen.gc && second === screen.co;
	return type === 'BCG' && first === screen.gc;
};

const textOf = (lines: Readonly<Record<string, number>> = {}): string =>
	JSON.stringify(Object.entries(lines).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What a screen shows that is not what was ordered, or does not show, in words. */
export const differences = (screen: Screen, seen: Totals, expected: Totals): readonly string[] => {
	const wanted = Object.keys(expected).filter((name) => isShownBy(screen, name));
	const all = new Set([...wanted, ...Object.keys(seen)]);
	return [...all].flatMap((name) => {
		const [shown, ordered] = [textOf(seen[name]), textOf(expected[name])];
		return shown === ordered ? [] : [`${nameOf(screen)} shows ${name} ${shown}, not ${ordered}`];
	});
};
