import { useLanguage } from '@navette/ui';
import { useState } from 'react';
import {
	isDoubtfulAmount,
	type OfferedLine,
	readReceived,
	type UnloadingRow,
} from '../../../client/index.ts';
import { circuitErrors } from '../../../model/index.ts';
import type { Found } from './use-unloading.ts';

/** What is being typed of one product, until it may be written. */
export function useReceivedPad(
	row: UnloadingRow,
	product: OfferedLine,
	done: (found: Found) => void,
) {
	const language = useLanguage();
	const [typed, setTyped] = useState('');
	const [remark, setRemark] = useState<string>();
	const [fault, setFault] = useState<string>();
	const [doubt, setDoubt] = useState<number>();
	const read = typed.trim() === '' ? undefined : readReceived(typed, product);

	const change = (next: string) => {
		setTyped(next);
		setFault(undefined);
		setDoubt(undefined);
	};
	const noted = (): Found => {
		const said = remark?.trim();
		if (said === undefined || said === (row.remark ?? '')) return {};
		return { remark: said === '' ? null : said };
	};
	/** Takes what is typed; asks again about what is far from what is expected. */
	const take = (isSure = false) => {
		if (!read) return done(noted());
		if (!read.ok) return setFault(circuitErrors[read.error.code].sentence[language]);
		if (!isSure && isDoubtfulAmount(read.value, row)) return setDoubt(read.value);
		done({ amount: read.value, ...noted() });
	};
	return {
		...{ typed, remark: remark ?? row.remark ?? '', fault, doubt, change, setRemark, take },
		amount: read?.ok ? read.value : undefined,
		press: (sign: string) => change(typed + sign),
		erase: () => change(typed.slice(0, -1)),
		/** Takes an amount as it is, with the remark. */
		put: (amount: number | null) => done({ amount, ...noted() }),
	};
}
