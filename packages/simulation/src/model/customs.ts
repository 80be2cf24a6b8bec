import type { PullAnswer, ServerFrame, WireDocument, WireNotice } from '@navette/protocol';
import { hold } from '../violation.ts';
import { textOfFiles, textOfWire } from './data-text.ts';
import type { Ledger } from './ledger.ts';
import { isOf, type RightsState, sightOf, textOfSight } from './sight.ts';

/** Who something is sent to: the holder of a token, in an organisation. */
export interface Recipient {
	readonly org: string;
	/** Hash of the token. */
	readonly hash: string;
}

/** Looks at everything that leaves a server, at the instant it does. */
export interface Customs {
	/** Index of the rights that hold now. */
	rightsNow(org: string): number;
	/** A socket frame. What it shows was allowed at one of the rights since `since`. */
	frame(to: Recipient, frame: ServerFrame, since: number): void;
	pulled(to: Recipient, answer: PullAnswer, since: number): void;
	notices(to: Recipient, notices: readonly WireNotice[], since: number): void;
}

/** Invariants 7 and 8: what leaves is of this organisation, true, and this account's to see. */
export const createCustoms = (ledger: Ledger): Customs => {
	const statesSince = (org: string, since: number): readonly RightsState[] =>
		ledger.organisation(org).rights.slice(Math.max(0, since));

	const checkDocument = (to: Recipient, path: string, document: WireDocument, since: number) => {
		const [type, id, version, deleted, data, files] = document;
		const name = `${type}/${id}`;
		const model = ledger.organisation(to.org);
		const state = model.documents.get(name)?.find((one) => one.version === version);
		const where = () => `${to.org} ${path} ${name} at ${version}`;
		hold(state !== undefined, '8', () => `${where()} was never written here`);
		const alive = state?.text !== undefined;
		hold(alive === (deleted === 0 && data !== null), '8', () => `${where()} lives or not`);
		const allowed = statesSince(to.org, since).some((rights) => {
			const of = sightOf(rights, to.hash, path)?.get(type);
			if (!of || !isOf(of.owner, type, id)) return false;
			if (data === null) return true;
			const text = textOfWire(data) + textOfFiles(files);
			return text === (of.size ? state?.size : state?.text);
		});
		const sights = () =>
			statesSince(to.org, since).map((rights) => textOfSight(sightOf(rights, to.hash, path)));
		hold(allowed, '7', () => `${where()} reaches an account without the right: ${sights()}`);
	};

	const pathOf = (to: Recipient, reference: string): string => {
		const path = ledger.pathOf(to.org, reference);
		hold(path !== undefined, '8', () => `${to.org}: a reference of nowhere leaves`);
		return path ?? '';
	};

	const pulled = (to: Recipient, answer: PullAnswer, since: number) => {
		for (const thread of answer.threads) {
			if ('error' in thread) continue;
			const path = pathOf(to, thread.reference);
			for (const document of thread.documents) checkDocument(to, path, document, since);
		}
	};

	const notices = (to: Recipient, all: readonly WireNotice[], since: number) => {
		for (const notice of all) {
			const path = pathOf(to, notice.reference);
			for (const document of notice.documents ?? []) checkDocument(to, path, document, since);
		}
	};

	return {
		rightsNow: (org) => ledger.organisation(org).rights.length - 1,
		pulled,
		notices,
		frame(to, frame, since) {
			if (frame.kind === 'pulled') pulled(to, frame.answer, since);
			else if (frame.kind === 'notice') notices(to, frame.notices, since);
			else if (frame.kind === 'called') notices(to, frame.answer.notices, since);
		},
	};
};
