import { type ReportHandle, useReport } from '@navette/ui';
import { useEffect, useRef } from 'react';

/** A report asked again whenever what it is made of has moved, as `stamp` tells. */
export function useRefreshedReport<T>(
	name: string | undefined,
	input: unknown,
	stamp: string,
): ReportHandle<T> {
	const report = useReport<T>(name, input);
	const { refresh } = report;
	const seen = useRef(stamp);
	useEffect(() => {
		if (seen.current !== stamp) refresh();
		seen.current = stamp;
	}, [stamp, refresh]);
	return report;
}
