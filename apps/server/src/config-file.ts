import { err, ok, type Result } from '@navette/core';
import { SETTINGS } from './settings.ts';

/** Text of a file, `undefined` when there is none. */
export type FileReader = (path: string) => string | undefined;

/** Settings of a file, by name (`metrics.port`), and what is wrong with it. */
export interface ConfigFile {
	readonly name: string;
	readonly values: ReadonlyMap<string, unknown>;
	readonly faults: readonly string[];
}

const DEFAULT_NAME = 'navette.json';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isGroup = (name: string): boolean =>
	SETTINGS.some((setting) => setting.name.startsWith(`${name}.`));

/** `{ "metrics": { "port": 1 } }` → `metrics.port`, groups of settings only. */
const flatten = (object: Readonly<Record<string, unknown>>, prefix = ''): [string, unknown][] =>
	Object.entries(object).flatMap(([key, value]): [string, unknown][] => {
		const name = `${prefix}${key}`;
		return isGroup(name) && isObject(value) ? flatten(value, `${name}.`) : [[name, value]];
	});

const parseObject = (text: string): Readonly<Record<string, unknown>> | undefined => {
	try {
		const parsed: unknown = JSON.parse(text);
		return isObject(parsed) ? parsed : undefined;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
};

/** The file of configuration, if there is one; the error is a sentence. */
export const configFileOf = (
	environment: Readonly<Record<string, string | undefined>>,
	readFile: FileReader = () => undefined,
): Result<ConfigFile, string> => {
	const asked = environment.NAVETTE_CONFIG;
	const name = asked || DEFAULT_NAME;
	const text = readFile(name);
	if (text === undefined)
		return asked
			? err(`NAVETTE_CONFIG is "${asked}": there is no such file, or it cannot be read.`)
			: ok({ name, values: new Map(), faults: [] });
	const object = parseObject(text);
	if (!object) return err(`${name} does not hold one JSON object: { "port": 8080 }.`);
	const values = new Map(flatten(object));
	const known = new Set(SETTINGS.map((setting) => setting.name));
	const faults = [...values.keys()]
		.filter((key) => !known.has(key))
		.map((key) => `"${key}" in ${name} is not a setting. Known: ${[...known].join(', ')}.`);
	return ok({ name, values, faults });
};
