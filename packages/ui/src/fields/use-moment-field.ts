import { type KeyboardEvent, useState } from 'react';
import {
	isHeldMoment,
	type MomentKind,
	momentText,
	parseMoment,
	parseWholeMoment,
	stepMoment,
} from '../formats/index.ts';
import { useFormats } from '../preferences/preferences-context.tsx';

/**
 * A day, a time or both as they are typed. What is readable is told at once; what is not is told, as
 * it was typed, when the field is left: nothing typed is lost, and nothing else is kept instead.
 */
export function useMomentField(kind: MomentKind, value: string, change: (held: string) => void) {
	const formats = useFormats();
	const [typed, setTyped] = useState<string>();
	const tell = (held: string) => {
		if (held !== value) change(held);
	};
	const type = (text: string) => {
		setTyped(text);
		const held = text.trim() === '' ? '' : parseWholeMoment(kind, text);
		if (held !== undefined) tell(held);
	};
	const commit = () => {
		if (typed === undefined) return;
		tell(parseMoment(kind, typed) ?? typed.trim());
		setTyped(undefined);
	};
	const step = (steps: number) => {
		const held = typed === undefined ? value : (parseMoment(kind, typed) ?? '');
		if (!isHeldMoment(kind, held)) return;
		setTyped(undefined);
		tell(stepMoment(kind, held, steps));
	};
	const press = (event: KeyboardEvent<HTMLInputElement>) => {
		if (event.key === 'Enter') return commit();
		if (event.key === 'ArrowUp') step(1);
		else if (event.key === 'ArrowDown') step(-1);
		else return;
		event.preventDefault();
	};
	const [day = '', time] = isHeldMoment(kind, value) ? value.split('T') : [];
	return {
		isUnreadable: typed === undefined && value !== '' && !isHeldMoment(kind, value),
		/** The day held, for a calendar to show. */
		day,
		/** Takes a day chosen in a calendar; the time is kept, or left to be typed. */
		pick: (picked: string) => {
			if (kind === 'day' || time !== undefined) {
				setTyped(undefined);
				tell(kind === 'day' ? picked : `${picked}T${time}`);
			} else setTyped(`${momentText('day', picked, formats)} `);
		},
		field: {
			value: typed ?? momentText(kind, value, formats),
			onChange: (event: { currentTarget: HTMLInputElement }) => type(event.currentTarget.value),
			onBlur: commit,
			onKeyDown: press,
		},
	};
}
