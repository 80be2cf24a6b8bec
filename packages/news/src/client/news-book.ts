import type { LocalStore } from '@navette/local-store';
import * as v from 'valibot';

const both = v.strictObject({ fr: v.string(), en: v.string() });

const threadSchema = v.strictObject({
	/** Role that asked for it. */
	role: v.string(),
	/** What the server was asked. */
	types: v.exactOptional(v.array(v.string())),
	filters: v.exactOptional(v.record(v.string(), v.record(v.string(), v.string()))),
	urgentOnly: v.boolean(),
	/** Said when names may be shown, and otherwise. */
	sentence: both,
	discreet: both,
	/** Where a click leads: a path of the application. */
	page: v.string(),
});
export type KnownThread = v.InferOutput<typeof threadSchema>;

const organisationSchema = v.strictObject({
	/** Its code, where this device calls it otherwise: another server has one of that code. */
	org: v.exactOptional(v.string()),
	/** Name of its server (`newsServerName`); absent from books of an earlier version. */
	server: v.exactOptional(v.string()),
	/** Id of the subscription. */
	id: v.string(),
	/** Chosen offers, by role. */
	chosen: v.record(v.string(), v.array(v.string())),
	/** What is said of each thread, by reference. */
	threads: v.record(v.string(), threadSchema),
	/** Number of the last message shown. */
	shown: v.number(),
	/** Whether it lives on when the application is closed for good. */
	lasting: v.boolean(),
});
export type NewsOrganisation = v.InferOutput<typeof organisationSchema>;

const bookSchema = v.strictObject({
	/** By what this device calls them. */
	organisations: v.record(v.string(), organisationSchema),
	language: v.picklist(['fr', 'en']),
	/** Whether names may be shown on the screen of a locked device. */
	names: v.boolean(),
	/** Minutes of the day between which nothing rings but what is urgent; absent = never quiet. */
	quiet: v.exactOptional(v.strictObject({ from: v.number(), to: v.number() })),
});

/**
 * What a device knows of its news: sealed under a key of the browser, read by the service worker while
 * the application is closed.
 */
export type NewsBook = v.InferOutput<typeof bookSchema>;

const NAME = 'news';

const EMPTY: NewsBook = { organisations: {}, language: 'fr', names: false };

/** The book as kept; an unreadable one is an empty one. */
export const readNewsBook = async (store: Pick<LocalStore, 'readMeta'>): Promise<NewsBook> => {
	const parsed = v.safeParse(bookSchema, await store.readMeta(NAME));
	return parsed.success ? parsed.output : EMPTY;
};

/** Changes the book; what it was changed to, or `undefined` when it could not be kept. */
export const changeNewsBook = async (
	store: Pick<LocalStore, 'readMeta' | 'writeMeta'>,
	change: (book: NewsBook) => NewsBook,
): Promise<NewsBook | undefined> => {
	const next = change(await readNewsBook(store));
	const kept = await store.writeMeta(NAME, next);
	return kept.ok ? next : undefined;
};
