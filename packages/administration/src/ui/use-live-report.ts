import { type ReportHandle, useReport } from '@navette/ui';
import { useEffect } from 'react';

/** A report asked again while the page is seen, after as many ms as its last answer calls for. */
export function useLiveReport<T>(
	name: string,
	pace: (last: T | undefined) => number,
): ReportHandle<T> {
	const report = useReport<T>(name, {});
	const { refresh } = report;
	const ms = pace(report.result);
	useEffect(() => {
		const ask = () => {
			if (document.visibilityState === 'visible') refresh();
		};
		const timer = setInterval(ask, ms);
		document.addEventListener('visibilitychange', ask);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', ask);
		};
	}, [refresh, ms]);
	return report;
}
