import { Button } from '@mantine/core';
import { createContext, useContext } from 'react';
import { useText } from '../preferences/preferences-context.tsx';
import { prefillTexts } from './texts.ts';

/** What a person keeps to fill forms with. */
export type PrefillKind = 'address' | 'mail' | 'name' | 'phone';

const PrefillContext = createContext<(kind: PrefillKind) => readonly string[]>(() => []);

/** Gives the values of whoever is known here; asked when a form is shown. */
export const PrefillProvider = PrefillContext.Provider;

interface Props {
	readonly kind: PrefillKind;
	/** What the field holds, or the fields of a list. */
	readonly value: string | readonly string[];
	onTake(value: string): void;
}

/** Values of the person's sheet, proposed under a field: taken by a click, never imposed. */
export function Prefill({ kind, value, onTake }: Props) {
	const text = useText(prefillTexts);
	const held = new Set(typeof value === 'string' ? [value] : value);
	const others = useContext(PrefillContext)(kind).filter((one) => !held.has(one));
	if (others.length === 0) return null;
	return (
		<fieldset className="nv-prefill" aria-label={text.fromSheet}>
			<small>{text.fromSheet}</small>
			{others.map((one) => (
				<Button key={one} variant="default" size="compact-md" onClick={() => onTake(one)}>
					{one}
				</Button>
			))}
		</fieldset>
	);
}
