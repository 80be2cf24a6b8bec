import { decodeCbor } from '@navette/codec';
import type { OutgoingDocument, Pulled } from '@navette/engine';
import {
	type Account,
	type Catalogue,
	type Key,
	type NewsRule,
	type NewsWeight,
	textToKey,
} from '@navette/model';
import type { NewsThread } from '../model/index.ts';

/** What a device is to be told of one thread. */
export type Told = readonly [reference: string, types: readonly string[], urgent: boolean];

/** What judging needs of a server. */
export interface Judging {
	readonly catalogue: Catalogue;
	readonly news: NewsRule;
	readonly account: Account;
	/** ms */
	readonly since: number;
}

/** Data as the rule is given them: opened when the server may, bytes otherwise. */
const dataOf = (catalogue: Catalogue, [name, , , , data]: OutgoingDocument): unknown => {
	if (data === null || catalogue.documents.get(name)?.sealing === 'sealed') return data;
	const opened = decodeCbor(data);
	if (!opened.ok) throw new Error(`${name}: a document that was written cannot be read`);
	return opened.value;
};

const weigh = (
	{ catalogue, news, account, since }: Judging,
	thread: string,
	document: OutgoingDocument,
): NewsWeight => {
	const [type, id] = document;
	const declared = catalogue.documents.get(type);
	const key: Key | undefined = declared && textToKey(declared.key, id);
	return key && news({ account, thread, type, key, data: dataOf(catalogue, document), since });
};

const passes = (weight: NewsWeight, wanted: NewsThread): boolean =>
	weight !== undefined && (weight === 'urgent' || wanted.urgentOnly !== true);

/**
 * Of what a pull brought, what is news for a subscription. A thread that is no longer the account's
 * brings nothing; neither does one whose changes are none of its business.
 */
export const judgePulled = (
	judging: Judging,
	wanted: readonly NewsThread[],
	pulled: Pulled,
): readonly Told[] =>
	pulled.threads.flatMap(({ reference, outcome }) => {
		const wish = wanted.find((one) => one.reference === reference);
		if (!outcome.ok || !wish) return [];
		const { path, page } = outcome.value;
		const thread = path.slice(0, path.indexOf('/'));
		const weighed = page.documents
			.map((document) => ({ type: document[0], weight: weigh(judging, thread, document) }))
			.filter(({ weight }) => passes(weight, wish));
		if (weighed.length === 0) return [];
		const types = [...new Set(weighed.map(({ type }) => type))].sort();
		return [[reference, types, weighed.some(({ weight }) => weight === 'urgent')] as const];
	});
