/** One event of a calendar file. */
export interface CalendarEvent {
	/** unique for ever: `distribution-dupleix-bocage-20250614` */
	readonly uid: string;
	/** ms */
	readonly from: number;
	/** ms; absent = one hour */
	readonly until?: number;
	readonly title: string;
	readonly place?: string;
	readonly text?: string;
}

const HOUR = 3_600_000;
const LINE_OCTETS = 75;

const encoder = new TextEncoder();

const instant = (ms: number): string =>
	new Date(ms).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');

/** Commas, semicolons, backslashes and line ends mean something in a calendar file. */
const escaped = (text: string): string =>
	text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** RFC 5545 §3.1: lines of at most 75 octets, continued after a space, never inside a character. */
const folded = (line: string): string => {
	let text = '';
	let octets = 0;
	for (const sign of line) {
		const size = encoder.encode(sign).length;
		if (octets + size > LINE_OCTETS) {
			text += '\r\n ';
			octets = 1;
		}
		text += sign;
		octets += size;
	}
	return text;
};

const eventLines = (event: CalendarEvent, now: number): string[] => [
	'BEGIN:VEVENT',
	`UID:${escaped(event.uid)}@navette`,
	`DTSTAMP:${instant(now)}`,
	`DTSTART:${instant(event.from)}`,
	`DTEND:${instant(event.until ?? event.from + HOUR)}`,
	`SUMMARY:${escaped(event.title)}`,
	...(event.place === undefined ? [] : [`LOCATION:${escaped(event.place)}`]),
	...(event.text === undefined ? [] : [`DESCRIPTION:${escaped(event.text)}`]),
	'END:VEVENT',
];

/** An iCalendar file (RFC 5545) of some events. `now` (ms) stamps it. */
export const calendarFile = (events: readonly CalendarEvent[], now: number): string =>
	[
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Navette//Circuit//FR',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		...events.flatMap((event) => eventLines(event, now)),
		'END:VCALENDAR',
	]
		.map((line) => `${folded(line)}\r\n`)
		.join('');
