import { err, ok, type Result } from '@navette/core';
import type { EngineConfig } from '@navette/engine';
import type { EndpointRules } from '@navette/news/model';
import type { RateLimits } from '@navette/server';
import * as v from 'valibot';
import { configFileOf, type FileReader } from './config-file.ts';
import { type DirectoryConfig, directoryConfigOf } from './directory/directory-config.ts';
import type { MailConfig } from './mail-config.ts';
import type { ProvidersConfig } from './providers/provider-config.ts';
import { type Get, readProviders } from './providers/read-providers.ts';
import type { Setting } from './setting.ts';
import { type LOG_LEVELS, SETTINGS } from './settings.ts';

/** How a server was asked to run. */
export interface Config {
	/** Folder of everything that is kept. */
	readonly data: string;
	/** File of the site keys; in the folder of data when absent. */
	readonly keys: string | undefined;
	/** The site keys themselves, instead of a file. */
	readonly siteKeys: string | undefined;
	/** 0 = any free port. */
	readonly port: number;
	readonly host: string;
	/** Address people open, when it is not the one listened on. */
	readonly url: string | undefined;
	/** Proxies whose word is taken for who calls. */
	readonly proxies: readonly string[];
	/** Whether the demonstration organisation is created. */
	readonly demonstration: boolean;
	readonly log: (typeof LOG_LEVELS)[number];
	/** Between saying that it stops and stopping. */
	readonly drainSeconds: number;
	/** Where measurements are read; nowhere without a port. */
	readonly metrics: MetricsConfig | undefined;
	readonly rates: RateLimits;
	readonly push: PushConfig;
	/** Where mails are handed over; written to files when absent. */
	readonly mail: MailConfig | undefined;
	readonly tasks: TasksConfig;
	readonly keep: KeepConfig;
	/** Who keeps its users. */
	readonly directory: DirectoryConfig;
	/** Origins of other services that pages of here may ask, and the other way. */
	readonly services: readonly string[];
	/** Where its parts stand. */
	readonly providers: ProvidersConfig;
}

/** How tasks are done. */
export interface TasksConfig {
	/** Hour of the daily work, UTC. */
	readonly hour: number;
	/** Shown by a clock elsewhere that asks for what is due; nobody may ask when absent. */
	readonly token: string | undefined;
}

/** How long things are kept, days. */
export type KeepConfig = Pick<
	EngineConfig,
	'tombstoneDays' | 'cleanAfterDays' | 'sweepAfterDays' | 'answerDays'
>;

/** How news leave. */
export interface PushConfig extends EndpointRules {
	/** Where push services may write to about this site; absent = no news are sent. */
	readonly contact: string | undefined;
}

/** Where measurements are read. */
export interface MetricsConfig {
	/** 0 = any free port. */
	readonly port: number;
	readonly host: string;
	/** Asked of whoever reads, when there is one. */
	readonly token: string | undefined;
}

/** One setting as it ended up. */
export interface Chosen {
	readonly setting: Setting;
	readonly value: unknown;
	readonly from: 'default' | 'file' | 'environment';
}

/** A configuration and where each part of it comes from. */
export interface ReadConfig {
	readonly config: Config;
	readonly chosen: readonly Chosen[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A demonstration sends news without anybody having been asked for an address. */
const DEMONSTRATION_CONTACT = 'mailto:demonstration@navette.example';

const isLoopback = (host: string): boolean => /^(127\.|::1$|localhost(:\d+)?$)/.test(host);

/** Whether an address goes over the network in clear. */
const isPlainElsewhere = (url: string): boolean =>
	url.startsWith('http:') && !isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, ''));

/** A value as a sentence shows it; a secret is not shown. */
const shown = (setting: Setting, value: unknown): string =>
	setting.isSecret ? 'is not right' : `is ${JSON.stringify(value)}`;

const choose = (
	setting: Setting,
	environment: Environment,
	inFile: ReadonlyMap<string, unknown>,
	file: string,
): Result<Chosen, string> => {
	const text = environment[setting.variable];
	const isInFile = inFile.has(setting.name);
	if (!text && !isInFile) return ok({ setting, value: setting.fallback, from: 'default' });
	const value = text ? setting.fromText(text) : inFile.get(setting.name);
	if (v.is(setting.schema, value))
		return ok({ setting, value, from: text ? 'environment' : 'file' });
	const where = text ? setting.variable : `"${setting.name}" in ${file}`;
	return err(`${where} ${shown(setting, text || value)}: it must be ${setting.allowed}.`);
};

/** An address without slashes at its end. */
const withoutEnd = (url: string | undefined): string | undefined =>
	url?.endsWith('/') ? withoutEnd(url.slice(0, -1)) : url;

const toConfig = (get: Get, providers: ProvidersConfig): Config => {
	const port = get<number | undefined>('metrics.port');
	const mailServer = get<string | undefined>('mail.server');
	const from = get<string | undefined>('mail.from');
	return {
		providers,
		services: get<readonly string[]>('services').map((one) => new URL(one).origin),
		directory: directoryConfigOf(get('universe'), get('directory')),
		data: get('data'),
		keys: get('keys'),
		siteKeys: get('siteKeys'),
		port: get('port'),
		host: get('host'),
		url: withoutEnd(get('url')),
		proxies: get('proxies'),
		demonstration: get('demonstration'),
		log: get('log'),
		drainSeconds: get('drainSeconds'),
		metrics:
			port === undefined
				? undefined
				: { port, host: get('metrics.host'), token: get('metrics.token') },
		rates: {
			perToken: get('rates.perToken'),
			refusalsPerAddress: get('rates.refusalsPerAddress'),
			entriesPerAddress: get('rates.entriesPerAddress'),
			offersPerAddress: get('rates.offersPerAddress'),
		},
		tasks: { hour: get('tasks.hour'), token: get('tasks.token') },
		keep: {
			tombstoneDays: get('keep.tombstoneDays'),
			cleanAfterDays: get('keep.cleanAfterDays'),
			sweepAfterDays: get('keep.sweepAfterDays'),
			answerDays: get('keep.answerDays'),
		},
		mail: mailServer !== undefined && from !== undefined ? { server: mailServer, from } : undefined,
		push: {
			contact: get('push.contact') ?? (get('demonstration') ? DEMONSTRATION_CONTACT : undefined),
			hosts: get('push.hosts'),
			plain: get('push.plain'),
		},
	};
};

/** What no single setting can say. */
const faultsTogether = ({ metrics, push, directory, services }: Config): readonly string[] => [
	...services
		.filter(isPlainElsewhere)
		.map(
			(url) =>
				`NAVETTE_SERVICES names "${url}", which is not this machine: services elsewhere are reached by https://.`,
		),
	...(directory.kind === 'elsewhere' && isPlainElsewhere(directory.url)
		? [
				`NAVETTE_DIRECTORY is at "${directory.url}", which is not this machine: a directory elsewhere is reached by https://.`,
			]
		: []),
	...(metrics && !isLoopback(metrics.host) && !metrics.token
		? [
				`NAVETTE_METRICS_HOST is "${metrics.host}", which others can reach: set NAVETTE_METRICS_TOKEN too (at least 32 letters and digits), or keep 127.0.0.1.`,
			]
		: []),
	...push.plain
		.filter((host) => !isLoopback(host))
		.map(
			(host) =>
				`NAVETTE_PUSH_PLAIN names "${host}", which is not this machine: a push service elsewhere is reached by TLS; name it in NAVETTE_PUSH_HOSTS.`,
		),
];

/** A server without an address, or the other way, sends nothing. */
const faultsOfMail = (get: Get): readonly string[] => {
	const isHalf = (get('mail.server') === undefined) !== (get('mail.from') === undefined);
	return isHalf
		? ['NAVETTE_MAIL_SERVER and NAVETTE_MAIL_FROM go together: set both, or none.']
		: [];
};

/**
 * Configuration from `navette.json` (or the file NAVETTE_CONFIG names) and environment variables,
 * which win. The error holds one sentence a line for each fault, for the person who started it.
 */
export const readConfig = (
	environment: Environment,
	readFile?: FileReader,
): Result<ReadConfig, string> => {
	const file = configFileOf(environment, readFile);
	if (!file.ok) return file;
	const { name, values, faults } = file.value;
	const all = SETTINGS.map((setting) => choose(setting, environment, values, name));
	const wrong = [...faults, ...all.flatMap((one) => (one.ok ? [] : [one.error]))];
	if (wrong.length > 0) return err(wrong.join('\n'));
	const chosen = all.flatMap((one) => (one.ok ? [one.value] : []));
	const byName = new Map(chosen.map(({ setting, value }) => [setting.name, value]));
	const get: Get = <T>(asked: string) => byName.get(asked) as T;
	const providers = readProviders(get);
	if (!providers.ok) return providers;
	const config = toConfig(get, providers.value);
	const together = [...faultsTogether(config), ...faultsOfMail(get)];
	return together.length > 0 ? err(together.join('\n')) : ok({ config, chosen });
};

/** What `--print-config` shows of a setting: a secret only as being there. */
export const shownValue = ({ setting, value }: Chosen): unknown =>
	setting.isSecret && value !== undefined ? '(set, not shown)' : (value ?? null);
