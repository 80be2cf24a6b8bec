import type { NewsOffer, Session, ThreadPlace } from '@navette/client';
import { bytesToBase64Url, err, ok, type Random, type Result } from '@navette/core';
import type { LocalStore } from '@navette/local-store';
import type { WireError } from '@navette/protocol';
import { NEWS_LIMITS, newsServerName } from '../model/index.ts';
import {
	changeNewsBook,
	type KnownThread,
	type NewsBook,
	type NewsOrganisation,
	readNewsBook,
} from './news-book.ts';
import type { PushPlace, PushPlatform } from './push-platform.ts';

/**
 * Why news could not be asked for, besides what the server says: the browser cannot, the person said
 * no, the device has no room to remember what to say.
 */
export type NewsFault = 'unable' | 'denied' | 'full' | WireError;

/** What one role wants on this device. */
export interface NewsWish {
	/** Segment of the role in the addresses of the application. */
	readonly role: string;
	readonly offers: readonly NewsOffer[];
	/** Ids of those that are wanted. */
	readonly chosen: readonly string[];
}

/** What asking for news needs. */
export interface NewsDeviceDeps {
	readonly session: Pick<Session, 'org' | 'call' | 'locate'>;
	/** What this device calls the organisation; its code unless told. */
	readonly place?: string;
	/** Key by which push services know the server. */
	readonly publicKey: string;
	readonly platform: PushPlatform;
	/** Sealed by a key of the browser; the service worker reads it. */
	readonly store: Pick<LocalStore, 'readMeta' | 'writeMeta'>;
	/** One change of the book at a time on this device, whoever makes it: pages and the worker. */
	readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
	readonly random: Random;
	/** What this device is called, as its owner will recognise it. */
	readonly device: string;
	/** Language of what is said while the application is closed. */
	readonly language: NewsBook['language'];
}

/** News of one device in one organisation. */
export interface NewsDevice {
	/** What this device calls the organisation: its name in the book. */
	readonly place: string;
	book(): Promise<NewsBook>;
	/** Changes what is said and when it rings; nothing is asked of the server. */
	setManner(manner: Pick<NewsBook, 'names' | 'quiet'>): Promise<void>;
	/**
	 * Asks for what a role wants in place of what it wanted. The person is asked first, so call it from
	 * a click. When no role wants anything, the subscription ends.
	 */
	choose(wish: NewsWish, lasting: boolean): Promise<Result<void, NewsFault>>;
	/** Asks again for what a role chose: threads may be others, and days have passed. */
	renew(role: string, offers: readonly NewsOffer[]): Promise<Result<void, NewsFault>>;
	/** Ends everything on this device for this organisation. */
	stop(): Promise<Result<void, NewsFault>>;
}

/** Days of a subscription that ends with its session: as long as a device may sleep. */
const SESSION_DAYS = 1;

/** Threads that a role wants, by path. */
const wantedThreads = (place: string, { role, offers, chosen }: NewsWish) =>
	new Map<string, KnownThread>(
		offers
			.filter(({ id }) => chosen.includes(id))
			.flatMap(({ threads, urgentOnly }) =>
				threads.map(({ path, types, filters, sentence, discreet, page }) => [
					path,
					{
						...(types ? { types: [...types] } : {}),
						...(filters ? { filters: { ...filters } as KnownThread['filters'] & {} } : {}),
						...{ role, urgentOnly: urgentOnly === true, sentence, discreet },
						page: page === '' ? `/${place}/${role}` : `/${place}/${role}/${page}`,
					},
				]),
			),
	);

const newOrganisation = (random: Random): NewsOrganisation => ({
	id: bytesToBase64Url(random.bytes(16)),
	...{ chosen: {}, threads: {}, shown: 0, lasting: true },
});

/** What an organisation is told after a role changed its mind. */
const withRole = (
	before: NewsOrganisation,
	wish: NewsWish,
	threads: ReadonlyMap<string, KnownThread>,
	places: readonly ThreadPlace[],
	lasting: boolean,
): NewsOrganisation => {
	const others = Object.entries(before.threads).filter(([, { role }]) => role !== wish.role);
	const own = places.flatMap(({ path, reference }) => {
		const thread = threads.get(path);
		return thread ? [[reference, thread] as const] : [];
	});
	return {
		...before,
		lasting,
		chosen: { ...before.chosen, [wish.role]: [...wish.chosen] },
		threads: Object.fromEntries([...own, ...others].slice(0, NEWS_LIMITS.threads)),
	};
};

const isEmpty = ({ chosen }: NewsOrganisation): boolean =>
	Object.values(chosen).every((ids) => ids.length === 0);

const requestOf = (
	{ id, threads, lasting }: NewsOrganisation,
	device: string,
	place: PushPlace,
	places: readonly ThreadPlace[],
) => ({
	...{ id, device, ...place },
	threads: Object.entries(threads).map(([reference, { types, filters, urgentOnly }]) => ({
		reference,
		...(types ? { types } : {}),
		...(filters ? { filters } : {}),
		...(urgentOnly ? { urgentOnly } : {}),
	})),
	versions: Object.fromEntries(places.map(({ reference, version }) => [reference, version])),
	days: lasting ? NEWS_LIMITS.lastingDays : SESSION_DAYS,
});

/** News of a device, for one organisation. */
export const createNewsDevice = (deps: NewsDeviceDeps): NewsDevice => {
	const { session, platform, store, random, publicKey, device, exclusive } = deps;
	const { place: name = session.org } = deps;
	const server = newsServerName(publicKey);
	const about = { server, ...(name === session.org ? {} : { org: session.org }) };

	const keep = async (organisation: NewsOrganisation | undefined): Promise<boolean> => {
		const kept = await changeNewsBook(store, (book) => {
			const { [name]: _before, ...others } = book.organisations;
			return {
				...book,
				language: deps.language,
				organisations: organisation ? { ...others, [name]: { ...organisation, ...about } } : others,
			};
		});
		return kept !== undefined;
	};

	const end = async (id: string): Promise<Result<void, NewsFault>> => {
		const told = await session.call<unknown>('news.unsubscribe', { id });
		if (!told.ok) return told;
		await keep(undefined);
		const { organisations } = await readNewsBook(store);
		const isUsed = Object.values(organisations).some((one) => (one.server ?? server) === server);
		if (!isUsed) await platform.unsubscribe(publicKey);
		return ok(undefined);
	};

	const ask = async (wish: NewsWish, lasting: boolean): Promise<Result<void, NewsFault>> => {
		const before = (await readNewsBook(store)).organisations[name] ?? newOrganisation(random);
		const threads = wantedThreads(name, wish);
		const places =
			threads.size > 0 ? await session.locate([...threads.keys()]) : ok<readonly ThreadPlace[]>([]);
		if (!places.ok) return places;
		const after = withRole(before, wish, threads, places.value, lasting);
		if (isEmpty(after)) return end(after.id);
		const place = await platform.subscribe(publicKey);
		if (!place) return err('unable');
		// kept first: a message that comes at once finds its words
		if (!(await keep(after))) return err('full');
		const request = requestOf(after, device, place, places.value);
		const told = await session.call<unknown>('news.subscribe', request);
		return told.ok ? ok(undefined) : told;
	};

	return {
		place: name,
		book: () => readNewsBook(store),
		setManner: ({ names, quiet }) =>
			exclusive(async () => {
				await changeNewsBook(store, ({ organisations }) => ({
					...{ organisations, names, language: deps.language },
					...(quiet ? { quiet } : {}),
				}));
			}),
		async choose(wish, lasting) {
			if (platform.ability !== 'able') return err('unable');
			if (wish.chosen.length > 0 && (await platform.askPermission()) !== 'granted')
				return err('denied');
			return exclusive(() => ask(wish, lasting));
		},
		renew: (role, offers) =>
			exclusive(async () => {
				const known = (await readNewsBook(store)).organisations[name];
				const chosen = known?.chosen[role] ?? [];
				if (!known || chosen.length === 0) return ok(undefined);
				if (platform.ability !== 'able' || platform.permission() !== 'granted')
					return err('denied');
				return ask({ role, offers, chosen }, known.lasting);
			}),
		stop: () =>
			exclusive(async () => {
				const known = (await readNewsBook(store)).organisations[name];
				return known ? end(known.id) : ok(undefined);
			}),
	};
};
