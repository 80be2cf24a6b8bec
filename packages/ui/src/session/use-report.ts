import type { LiveReport, ReportView } from '@navette/client';
import { useCallback, useEffect, useState } from 'react';
import { useSession } from './session-context.tsx';
import { useObservable } from './use-observable.ts';

const loading: ReportView<never> = { status: 'loading' };

/** A report and the way to ask it again. */
export type ReportHandle<T> = ReportView<T> & { refresh(): void };

/**
 * A view computed by the server, read from the device when offline (`asOf` says its age).
 * Without a name nothing is asked. `input` is compared by its JSON.
 */
export function useReport<T>(name: string | undefined, input: unknown): ReportHandle<T> {
	const session = useSession();
	const asked = JSON.stringify([name, input]);
	const [held, setHeld] = useState<{ asked: string; report: LiveReport<T> }>();
	useEffect(() => {
		const [reportName, reportInput] = JSON.parse(asked) as [string | null, unknown];
		if (reportName === null) return undefined;
		const report = session.report<T>(reportName, reportInput);
		setHeld({ asked, report });
		return () => report.release();
	}, [session, asked]);
	const current = held?.asked === asked ? held.report : undefined;
	const view: ReportView<T> = useObservable(current) ?? loading;
	const refresh = useCallback(() => current?.refresh(), [current]);
	return { ...view, refresh };
}
