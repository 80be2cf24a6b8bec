import type { WireError } from '@navette/protocol';
import type { Observable } from './observable.ts';

/** A report as this device knows it. */
export interface ReportView<T = unknown> {
	readonly status: 'loading' | 'ready' | 'refused';
	readonly result?: T;
	/** When the server computed `result`: ms, organisation time. */
	readonly asOf?: number;
	/** Why the last asking failed; `result`, if there, is then an older one. */
	readonly error?: WireError;
}

/** A report followed by one reader. */
export interface LiveReport<T = unknown> extends Observable<ReportView<T>> {
	/** Asks the server again. */
	refresh(): void;
	release(): void;
}
