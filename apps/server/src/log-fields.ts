import type { LogFields } from '@navette/core';

/**
 * The fields a log line may have; any other is dropped. Each holds a name of ours, a number, or a
 * pseudonym of the day.
 */
const ALLOWED = new Set([
	...['error', 'fault', 'code', 'outcome', 'limit', 'route', 'status', 'ms', 'port'],
	...['org', 'from', 'fid', 'table', 'type', 'version', 'threads', 'contents'],
	...['operation', 'operations', 'documents', 'bytes', 'count', 'attempt'],
]);

/** Those that name somebody or something: they are written as pseudonyms. */
const IDENTIFIERS = new Set(['org', 'from', 'fid']);

/** Longest text of a field. */
const LONGEST = 2_000;

/** Messages of the machine that hold nothing of anybody's. */
const PLAIN = [
	...['disk I/O error', 'database or disk is full', 'database is locked', 'no disk'],
	...['database disk image is malformed', 'attempt to write a readonly database'],
	...['unable to open database file', 'the connection is stuck', 'file is not a database'],
];

const CODE =
	/\b(E-[A-Z]{2,12}|ERR_[A-Z_]{3,40}|SQLITE_[A-Z]{2,20}|E(?:NOSPC|ACCES|IO|ROFS|MFILE|NOENT|PERM|BUSY|PIPE|ADDRINUSE|CONNRESET|CONNREFUSED|TIMEDOUT))\b/;
const CLASS = /^(?:Uncaught )?([A-Z][A-Za-z]{0,40}(?:Error|Fault|Exception)|Error|DamagedRow)\b/;

/** `    at name (place:line:column)`; places are our files, those of packages, or Node's own. */
const FRAME =
	/^ {4}at (?:(?:async )?([\w$.<>#[\] ]{1,80}) \()?(?:file:\/\/\/\S*?|)((?:packages|apps|acceptance|scripts|node_modules)\/[\w./@+-]+|node:[\w/]+):(\d+):\d+\)?$/;

/** A longer line is no line of a stack of ours: it is not looked at, whoever wrote it. */
const LONGEST_FRAME = 400;

/** Lines of code a stack came through: anything that does not look like one is left out. */
const framesOf = (stack: string): readonly string[] =>
	stack
		.split('\n')
		.map((line) => (line.length > LONGEST_FRAME ? null : FRAME.exec(line)))
		.filter((found) => found !== null)
		.slice(0, 12)
		.map(([, name = '', place, line]) => `${name} ${place}:${line}`.trim());

/**
 * An error without its message, which may quote what somebody wrote: its class, its code, the lines
 * of our code it came through.
 */
export const withoutMessage = (text: string): string => {
	const head = text.split('\n    at ')[0] ?? '';
	const name = CLASS.exec(head)?.[1] ?? 'Error';
	const plain = PLAIN.find((one) => head.includes(one));
	const code = CODE.exec(head)?.[1];
	const about = [name, code, plain].filter((part) => part !== undefined).join(' ');
	return [about, ...framesOf(text)].join(' | ');
};

/** Line breaks and control characters would let a value pretend to be another line. */
const oneLine = (text: string): string =>
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
	text.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, LONGEST);

/** How a line is written. */
export interface LineWriting {
	/** Messages of errors are written too. */
	readonly keepMessages: boolean;
	readonly pseudonym: (identifier: string) => string;
}

const textToLine = (name: string, value: string, writing: LineWriting): string => {
	if (IDENTIFIERS.has(name)) return writing.pseudonym(value);
	return oneLine(name === 'error' && !writing.keepMessages ? withoutMessage(value) : value);
};

/** The fields of a line, as they may be written. */
export const fieldsToLine = (fields: LogFields, writing: LineWriting): LogFields =>
	Object.fromEntries(
		Object.entries(fields).flatMap(([name, value]): [string, LogFields[string]][] => {
			if (!ALLOWED.has(name)) return [];
			return [[name, typeof value === 'string' ? textToLine(name, value, writing) : value]];
		}),
	);
