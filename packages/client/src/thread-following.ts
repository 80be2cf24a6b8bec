import type { PulledThread, ThreadRequest, WireError, WireNotice } from '@navette/protocol';
import type { TypeTable } from './held-documents.ts';
import type { Interest } from './interest.ts';
import type { ViewState } from './thread-view.ts';

/**
 * A thread of which somebody watches something: what is held of it, and where that stands towards
 * the server. Everything but reading and keeping is synchronous, so no two changes ever mix.
 */
export interface FollowedThread {
	readonly path: string;
	/** Resolves when what the device kept has been read. */
	readonly loaded: Promise<void>;
	isLoaded(): boolean;
	/** Its alias, once known. */
	reference(): string | undefined;
	/** The server said its alias, in this history of its store. */
	opened(reference: string, epoch: string): void;
	/** Wants at least this much of it from now on. */
	widen(interest: Interest): void;
	/** Whether something is to be asked. */
	isBehind(): boolean;
	/** Whether the server sends its notices. */
	isSubscribed(): boolean;
	/** Its socket is gone: pages received and not applied are forgotten, all is to be asked again. */
	restart(): void;
	/** Something may have been missed: ask again. */
	fallBehind(): void;
	/** The question of the next page; `undefined` while its alias is not known. */
	ask(subscribing: boolean): Question | undefined;
	notice(notice: WireNotice): void;
	/** Known to be up to date at this organisation time. */
	confirm(now: number): void;
	/** Not, or no longer, to be read: nothing is kept. */
	refuse(error: WireError): void;
	/** Rights moved: refused before, it asks again. */
	reconsider(): void;
	/** State for a watcher of this interest. */
	state(interest: Interest): ViewState;
	tables(): ReadonlyMap<string, TypeTable>;
	/** Shows and keeps until when it was known to be up to date. */
	remember(): void;
	/** Resolves when all that changed is kept. */
	settled(): Promise<void>;
}

/** What comes with every answer. */
export interface AnswerFacts {
	readonly epoch: string;
	readonly now: number;
}

/** One page asked. An answer that comes after the thread changed its mind does nothing. */
export interface Question {
	readonly request: ThreadRequest;
	/** The page came; says whether it brought the thread forward. */
	accept(page: PulledThread, answer: AnswerFacts): boolean;
	/** The server refuses the thread for good. */
	refuse(error: WireError, answer: AnswerFacts): void;
}
