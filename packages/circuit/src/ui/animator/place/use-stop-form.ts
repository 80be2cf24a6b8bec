import { useAnnounce, useFormats, useLanguage, useSession, useText, useUndo } from '@navette/ui';
import { useState } from 'react';
import { type StopForm, stopChanges, stopForm } from '../../../client/index.ts';
import { changeDates, circuitErrors, type DateChange, type Stop } from '../../../model/index.ts';
import type { GroupOrderView } from '../use-group-order.ts';
import { placeTexts } from './place-texts.ts';

const inputOf = (changes: readonly DateChange[]) =>
	Object.fromEntries(changes.map(({ field, to }) => [field, to]));

/** The distribution of the group as it is typed, judged at each key, then written. */
export function useStopForm(view: GroupOrderView, stop: Stop) {
	const text = useText(placeTexts);
	const formats = useFormats();
	const language = useLanguage();
	const session = useSession();
	const announce = useAnnounce();
	const offerUndo = useUndo();
	const [typed, setTyped] = useState<Partial<StopForm>>({});
	const [fault, setFault] = useState<string>();
	const { scope, delivery, orders, now } = view;
	const { right, gc, gp, livr } = scope;
	const form: StopForm = { ...stopForm(stop, formats), ...typed };
	const changes = stopChanges(form, stop, gc, formats.timeZone);
	const facts = {
		...({ now, role: 'GC', cartonStarted: false, otherExpeditions: [] } as const),
		basketPicked: [...orders.values()].some(({ ret }) => ret !== undefined),
	};
	const judged =
		delivery && changes && changes.length > 0
			? changeDates(delivery, changes, facts, right)
			: undefined;
	const refusal =
		judged && !judged.ok ? circuitErrors[judged.error.code].sentence[language] : undefined;

	const write = async (pts: Readonly<Record<string, number | string>>): Promise<boolean> => {
		const result = await session.call('LivrDates', { right, gp, livr, pts: { [gc]: pts } });
		const sentence = result.ok ? undefined : result.error.sentence[language];
		setFault(sentence);
		if (sentence) announce(sentence);
		return result.ok;
	};
	const save = async () => {
		if (!changes || changes.length === 0 || !(await write(inputOf(changes)))) return;
		setTyped({});
		const before = Object.fromEntries(
			changes.flatMap(({ field }) => {
				const was = stop[field as 'tDis' | 'finDis' | 'adrD'];
				return was === undefined ? [] : [[field, was] as const];
			}),
		);
		offerUndo({ message: text.saved, undo: () => void write(before) });
	};
	return {
		form,
		type: (change: Partial<StopForm>) => {
			setFault(undefined);
			setTyped((one) => ({ ...one, ...change }));
		},
		fault: fault ?? refusal ?? (changes === undefined ? text.unreadable : undefined),
		maySave: changes !== undefined && changes.length > 0 && refusal === undefined,
		save,
	};
}
