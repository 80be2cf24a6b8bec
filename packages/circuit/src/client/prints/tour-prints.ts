import { loadingPlan } from '../groupement/loading.ts';
import type { PrintedContact, Printing } from './print-data.ts';
import type { PrintDocument, PrintPart } from './print-document.ts';
import { printColumn, printOf } from './print-parts.ts';

/** PR9: what each truck carries, in the order of loading: the last stop first. */
export const loadingSheet = (printing: Printing): PrintDocument => {
	const { words, formats, delivery, cartons } = printing;
	const columns = [
		printColumn(words.stop, 7, 'number'),
		printColumn(words.groupColumn, 21),
		printColumn(words.producer, 23),
		printColumn(words.boxes, 7, 'number'),
		printColumn(words.weight, 23, 'number'),
		printColumn(words.state, 10),
		printColumn(words.loaded, 9, 'tick'),
	];
	const keyed = cartons.map(({ gc, pr, data }) => ({ key: { gc, pr }, data }));
	const parts = loadingPlan(delivery, keyed).map((truck): PrintPart => {
		const rows = truck.stops.flatMap((stop) => {
			const last = {
				total: true,
				cells: [
					'',
					printing.groupName(stop.gc),
					words.total,
					'',
					formats.weight(stop.weight),
					'',
					'',
				],
			};
			const own = stop.cartons.map(({ pr, state, boxes, weight }) => ({
				cells: [
					formats.number(stop.order),
					printing.groupName(stop.gc),
					printing.producerName(pr),
					boxes === 0 ? '' : formats.number(boxes),
					weightText(weight, boxes > 0, printing),
					words.states[state as 0 | 1 | 2 | 3],
					'',
				],
			}));
			return [...own, last];
		});
		const classes = (['S', 'F', 'G'] as const)
			.filter((kind) => truck.classes[kind] > 0)
			.map((kind) => `${words.classes[kind]} ${formats.weight(truck.classes[kind])}`);
		const about = [`${words.total} ${formats.weight(truck.weight)}`, ...classes].join(' · ');
		return { title: words.truck(truck.truck), about, columns, rows, startsPage: true };
	});
	return printOf('PR9', printing, { parts });
};

/** Boxes that a producer weighed, or only what was ordered. */
const weightText = (grams: number, isWeighed: boolean, printing: Printing): string => {
	const { formats, words } = printing;
	return isWeighed
		? `${formats.weight(grams)} ${words.weighedBox.toLowerCase()}`
		: `${formats.weight(grams)} ${words.orderedWord}`;
};

const KINDS: readonly PrintedContact['kind'][] = ['groups', 'producers', 'consumers'];

/** PR11: who may be reached and how, as each lets it be seen. */
export const contactList = (printing: Printing): PrintDocument => {
	const { words, contacts } = printing;
	const columns = [
		printColumn(words.name, 34),
		printColumn(words.phone, 28),
		printColumn(words.mail, 38),
	];
	const parts = KINDS.flatMap((kind): PrintPart[] => {
		const own = contacts.filter((one) => one.kind === kind);
		const rows = own
			.toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
			.map(({ name, contact }) => ({
				cells: [
					name,
					contact.tels.map(({ lab, num }) => (lab === '' ? num : `${num} (${lab})`)).join('\n'),
					contact.mails.join('\n'),
				],
			}));
		return rows.length === 0 ? [] : [{ title: words[kind], columns, rows }];
	});
	return printOf('PR11', printing, { parts });
};
