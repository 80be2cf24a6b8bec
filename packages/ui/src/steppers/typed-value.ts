import { type KeyboardEvent, useState } from 'react';

interface TypedValue<Fault> {
	/** the value as shown when nobody types */
	readonly shown: string;
	read(text: string): number | undefined;
	faultOf(value: number | undefined): Fault | undefined;
	take(value: number): void;
	/** arrow keys */
	step(direction: 1 | -1): void;
}

/**
 * State of a field in which a value is typed: kept apart until Enter or leaving, given up by Esc;
 * an empty field is zero.
 */
export function useTypedValue<Fault>(value: TypedValue<Fault>) {
	const [typed, setTyped] = useState<string>();
	const read = typed === undefined ? undefined : typed.trim() === '' ? 0 : value.read(typed);
	const fault = typed === undefined ? undefined : value.faultOf(read);
	const commit = () => {
		if (typed === undefined || fault !== undefined || read === undefined) return;
		value.take(read);
		setTyped(undefined);
	};
	const press = (event: KeyboardEvent<HTMLInputElement>) => {
		if (event.key === 'Enter') commit();
		else if (event.key === 'Escape' && typed !== undefined) setTyped(undefined);
		else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
			setTyped(undefined);
			value.step(event.key === 'ArrowUp' ? 1 : -1);
		} else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return {
		fault,
		forget: () => setTyped(undefined),
		field: {
			value: typed ?? value.shown,
			onChange: (event: { currentTarget: HTMLInputElement }) => setTyped(event.currentTarget.value),
			onFocus: (event: { currentTarget: HTMLInputElement }) => event.currentTarget.select(),
			onBlur: () => (fault === undefined ? commit() : setTyped(undefined)),
			onKeyDown: press,
		},
	};
}
