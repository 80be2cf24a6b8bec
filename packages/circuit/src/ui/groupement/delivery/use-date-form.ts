import { useText } from '@navette/ui';
import { useState } from 'react';
import {
	type DatePreview,
	datesInput,
	mayChange,
	momentToText,
	previewDates,
	realChanges,
	textToMoment,
} from '../../../client/index.ts';
import type { DateChange } from '../../../model/index.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { useDateWords } from './told-note.tsx';
import type { DeliveryDesk } from './use-delivery-desk.ts';

type Name = DateChange['field'];

/** A date or a place of the form. */
export interface DateField {
	readonly name: Name;
	readonly value: string;
	readonly isLocked: boolean;
	readonly error: string | undefined;
	change(value: string): void;
}

export interface DateForm {
	readonly fields: readonly DateField[];
	readonly preview: DatePreview;
	readonly hasChanges: boolean;
	/** A fault that none of these fields is about. */
	readonly elsewhere: string | undefined;
	readonly canSave: boolean;
	save(): Promise<boolean>;
	reset(): void;
}

const isPlace = (name: Name): name is 'adrL' | 'adrD' => name === 'adrL' || name === 'adrD';

/**
 * Dates and places typed and judged at each key as the server will judge them. With `gc`, those of one
 * stop. What is typed stays until it is saved or given up, whatever else moves meanwhile.
 */
export function useDateForm(desk: DeliveryDesk, names: readonly Name[], gc?: string): DateForm {
	const text = useText(deliveryTexts);
	const { delivery, facts, view, writing, place } = desk;
	const words = useDateWords(view.groupName);
	const [typed, setTyped] = useState<Readonly<Partial<Record<Name, string>>>>({});
	const savedText = (name: Name): string => {
		const stop = gc === undefined ? undefined : delivery.pts[gc];
		const value = stop ? stop[name as keyof typeof stop] : delivery[name as 'tOuv'];
		return typeof value === 'number' ? momentToText(value, view.timeZone) : String(value ?? '');
	};
	const unread: Name[] = [];
	const changes = names.flatMap((name): DateChange[] => {
		const value = typed[name];
		if (value === undefined || value === savedText(name)) return [];
		const to = isPlace(name) ? value.trim() : textToMoment(value, view.timeZone);
		if (to === undefined || to === '') {
			unread.push(name);
			return [];
		}
		return [{ field: name, to, ...(gc === undefined ? {} : { gc }) } as DateChange];
	});
	const preview = previewDates(delivery, changes, facts);
	const { fault } = preview;
	const nameOfField = (name: Name): string => (gc === undefined ? name : `pts.${gc}.${name}`);
	const errorOf = (name: Name): string | undefined => {
		if (unread.includes(name)) return text.faults.unread;
		return fault?.field === nameOfField(name) ? words.faultOf(fault) : undefined;
	};
	const isHere = names.some((name) => fault?.field === nameOfField(name));
	const save = async () => {
		const real = realChanges(delivery, changes);
		const call = { name: 'LivrDates', input: datesInput(place, real) };
		const done = await writing.run([call], text.saved);
		if (done !== undefined) setTyped({});
		return done !== undefined;
	};
	return {
		fields: names.map((name) => ({
			name,
			value: typed[name] ?? savedText(name),
			isLocked: !mayChange(
				delivery,
				{ field: name, ...(gc === undefined ? {} : { gc }) },
				view.now,
			),
			error: errorOf(name),
			change: (value) => {
				writing.dismiss();
				setTyped((before) => ({ ...before, [name]: value }));
			},
		})),
		preview,
		hasChanges: changes.length > 0 || unread.length > 0,
		elsewhere: fault && !isHere ? words.elsewhereOf(fault) : undefined,
		canSave: preview.told.length > 0 && !fault && unread.length === 0,
		save,
		reset: () => {
			writing.dismiss();
			setTyped({});
		},
	};
}
