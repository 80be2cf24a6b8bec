import * as v from 'valibot';
import { DIRECTORY_SETTINGS } from './directory/directory-config.ts';
import { MAIL_SETTINGS } from './mail-config.ts';
import { PROVIDER_SETTINGS } from './providers/provider-settings.ts';
import type { Setting } from './setting.ts';

const toNumber = (text: string): unknown => (text.trim() === '' ? text : Number(text));
const asIs = (text: string): unknown => text;
const toSwitch = (text: string): unknown => (text === 'on' ? true : text === 'off' ? false : text);

const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const filled = v.pipe(v.string(), v.minLength(1));
const HOST_LIST = /^[a-z0-9.*-]+(:\d+)?(,[a-z0-9.*-]+(:\d+)?)*$/;
const toList = (text: string): unknown => (HOST_LIST.test(text) ? text.split(',') : text);
const hosts = v.array(v.pipe(v.string(), v.regex(HOST_LIST)));
const toAddresses = (text: string): unknown => text.split(',').map((one) => one.trim());
const isWebAddress = (text: string): boolean =>
	URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Levels of the log, the most talkative first. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const OWN_SETTINGS: readonly Setting[] = [
	{
		...{ name: 'data', variable: 'NAVETTE_DATA', fallback: './data' },
		...{ schema: filled, allowed: 'the path of a folder', fromText: asIs },
	},
	{
		...{ name: 'keys', variable: 'NAVETTE_KEYS', fallback: undefined },
		...{ schema: filled, allowed: 'the path of a file', fromText: asIs },
	},
	{
		...{ name: 'siteKeys', variable: 'NAVETTE_SITE_KEYS', fallback: undefined, isSecret: true },
		...{ schema: filled, fromText: asIs },
		allowed: 'keys as "navette key new" prints them',
	},
	{
		...{ name: 'port', variable: 'PORT', fallback: 8080, schema: whole(0, 65_535) },
		...{ allowed: 'a number from 0 (any free port) to 65535', fromText: toNumber },
	},
	{
		...{ name: 'host', variable: 'HOST', fallback: '127.0.0.1', schema: filled },
		...{ allowed: 'an address to listen on', fromText: asIs },
	},
	{
		...{ name: 'url', variable: 'NAVETTE_URL', fallback: undefined, fromText: asIs },
		schema: v.pipe(v.string(), v.check(isWebAddress)),
		allowed: 'the address people open, starting with https:// (or http://)',
	},
	{
		...{ name: 'proxies', variable: 'NAVETTE_PROXIES', fallback: [], fromText: toAddresses },
		schema: v.array(v.pipe(v.string(), v.ip())),
		allowed: 'addresses of proxies, between commas',
	},
	{
		...{ name: 'demonstration', variable: 'NAVETTE_DEMO', fallback: true, schema: v.boolean() },
		...{ allowed: '"on" or "off" (true or false in the file)', fromText: toSwitch },
	},
	{
		...{ name: 'log', variable: 'NAVETTE_LOG', fallback: 'warn', schema: v.picklist(LOG_LEVELS) },
		...{ allowed: `one of ${LOG_LEVELS.join(', ')}`, fromText: asIs },
	},
	{
		...{ name: 'drainSeconds', variable: 'NAVETTE_DRAIN', fallback: 0, schema: whole(0, 600) },
		...{ allowed: 'a number of seconds from 0 to 600', fromText: toNumber },
	},
	{
		...{ name: 'metrics.port', variable: 'NAVETTE_METRICS_PORT', fallback: undefined },
		...{ schema: whole(0, 65_535), fromText: toNumber },
		allowed: 'a number from 0 (any free port) to 65535',
	},
	{
		...{ name: 'metrics.host', variable: 'NAVETTE_METRICS_HOST', fallback: '127.0.0.1' },
		...{ schema: filled, allowed: 'an address to listen on', fromText: asIs },
	},
	{
		...{ name: 'metrics.token', variable: 'NAVETTE_METRICS_TOKEN', fallback: undefined },
		...{ isSecret: true, fromText: asIs },
		schema: v.pipe(v.string(), v.regex(/^[A-Za-z0-9._~+/=-]{32,512}$/)),
		allowed: 'at least 32 letters and digits',
	},
	{
		...{ name: 'rates.perToken', variable: 'NAVETTE_RATE', fallback: 400 },
		...{ schema: whole(1, 1_000_000), fromText: toNumber },
		allowed: 'a number of points each second, from 1 to 1000000',
	},
	{
		...{ name: 'rates.refusalsPerAddress', variable: 'NAVETTE_REFUSALS', fallback: 60 },
		...{ schema: whole(1, 1_000_000), fromText: toNumber },
		allowed: 'a number of refused tokens each minute, from 1 to 1000000',
	},
	{
		...{ name: 'rates.entriesPerAddress', variable: 'NAVETTE_ENTRIES', fallback: 10 },
		...{ schema: whole(1, 1_000_000), fromText: toNumber },
		allowed: 'a number of entries tried each minute, from 1 to 1000000',
	},
	{
		...{ name: 'rates.offersPerAddress', variable: 'NAVETTE_OFFERS', fallback: 60 },
		...{ schema: whole(1, 1_000_000), fromText: toNumber },
		allowed: 'a number of offers looked for each hour, from 1 to 1000000',
	},
	{
		...{ name: 'tasks.hour', variable: 'NAVETTE_TASKS_HOUR', fallback: 2, schema: whole(0, 23) },
		...{ allowed: 'an hour of the day from 0 to 23, UTC', fromText: toNumber },
	},
	{
		...{ name: 'tasks.token', variable: 'NAVETTE_TASKS_TOKEN', fallback: undefined },
		...{ isSecret: true, fromText: asIs },
		schema: v.pipe(v.string(), v.regex(/^[A-Za-z0-9._~+/=-]{32,512}$/)),
		allowed: 'at least 32 letters and digits',
	},
	{
		...{ name: 'keep.tombstoneDays', variable: 'NAVETTE_KEEP_TOMBSTONES', fallback: 365 },
		...{
			schema: whole(1, 36_500),
			fromText: toNumber,
			allowed: 'a number of days from 1 to 36500',
		},
	},
	{
		...{ name: 'keep.cleanAfterDays', variable: 'NAVETTE_KEEP_CLEAN', fallback: 548 },
		...{
			schema: whole(1, 36_500),
			fromText: toNumber,
			allowed: 'a number of days from 1 to 36500',
		},
	},
	{
		...{ name: 'keep.sweepAfterDays', variable: 'NAVETTE_KEEP_SWEEP', fallback: 30 },
		...{
			schema: whole(0, 36_500),
			fromText: toNumber,
			allowed: 'a number of days from 0 to 36500',
		},
	},
	{
		...{ name: 'keep.answerDays', variable: 'NAVETTE_KEEP_ANSWERS', fallback: 30 },
		...{ schema: whole(1, 3_650), fromText: toNumber, allowed: 'a number of days from 1 to 3650' },
	},
	{
		...{ name: 'push.contact', variable: 'NAVETTE_PUSH_CONTACT', fallback: undefined },
		...{ schema: v.pipe(v.string(), v.regex(/^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/)) },
		...{ allowed: 'mailto:… or https://…, where push services may write to', fromText: asIs },
	},
	{
		...{ name: 'push.hosts', variable: 'NAVETTE_PUSH_HOSTS', fallback: [], schema: hosts },
		...{ allowed: 'hosts of push services, between commas', fromText: toList },
	},
	{
		...{ name: 'push.plain', variable: 'NAVETTE_PUSH_PLAIN', fallback: [], schema: hosts },
		...{ allowed: 'host:port of push services reached without TLS', fromText: toList },
	},
];

/** Every setting there is. */
export const SETTINGS: readonly Setting[] = [
	...OWN_SETTINGS,
	...DIRECTORY_SETTINGS,
	...MAIL_SETTINGS,
	...PROVIDER_SETTINGS,
];
