import { type ReportHandle, useAnnounce, useSession } from '@navette/ui';
import { useCallback, useState } from 'react';

/** A refusal, with its sentence in both languages. */
export type Refused = NonNullable<ReportHandle<unknown>['error']>;

/** Operations run one at a time, now: what they change reaches other people at once. */
export interface Writing {
	readonly isBusy: boolean;
	/** The last refusal, until something is accepted or it is dismissed. */
	readonly refused: Refused | undefined;
	/**
	 * Runs operations in order until one is refused; says what was done. Answers what the last one gave,
	 * `undefined` when one was refused.
	 */
	run<T>(
		calls: readonly { readonly name: string; readonly input: unknown }[],
		said?: string,
	): Promise<T | undefined>;
	dismiss(): void;
}

/** Writes through operations, and keeps the refusal to be shown where it happened. */
export function useWrite(): Writing {
	const session = useSession();
	const announce = useAnnounce();
	const [refused, setRefused] = useState<Refused>();
	const [isBusy, setBusy] = useState(false);
	const run: Writing['run'] = useCallback(
		async <T>(calls: Parameters<Writing['run']>[0], said?: string) => {
			setBusy(true);
			let value: T | undefined;
			for (const { name, input } of calls) {
				const outcome = await session.call<T>(name, input);
				if (!outcome.ok) {
					setRefused(outcome.error);
					setBusy(false);
					return undefined;
				}
				value = outcome.value;
			}
			setRefused(undefined);
			setBusy(false);
			if (said !== undefined) announce(said);
			return value;
		},
		[session, announce],
	);
	return { isBusy, refused, run, dismiss: useCallback(() => setRefused(undefined), []) };
}
