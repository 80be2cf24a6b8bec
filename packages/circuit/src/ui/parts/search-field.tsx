import { TextInput } from '@mantine/core';
import { useActions } from '@navette/ui';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';

interface Props {
	/** what is searched: name and placeholder */
	readonly label: string;
	readonly value: string;
	onChange(value: string): void;
	/** the action that `/` does, in the palette too, where a page has one */
	readonly action?: { readonly id: string; readonly label: string };
}

/** The search of a list or grid. */
export function SearchField({ label, value, onChange, action }: Props) {
	const field = useRef<HTMLInputElement>(null);
	const run = () => field.current?.focus();
	useActions(action ? [{ ...action, keys: '/', run }] : []);
	return (
		<TextInput
			ref={field}
			type="search"
			className="ci-search"
			leftSection={<IconSearch size={18} aria-hidden />}
			aria-label={label}
			placeholder={label}
			value={value}
			onChange={(event) => onChange(event.currentTarget.value)}
		/>
	);
}
