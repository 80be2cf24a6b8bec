import { TextInput } from '@mantine/core';

interface Props {
	readonly label: string;
	/** As the field holds it: `2025-06-12T20:00`. */
	readonly value: string;
	readonly note?: string;
	readonly error?: string | undefined;
	readonly disabled?: boolean;
	/** `date` for a day alone. */
	readonly type?: 'datetime-local' | 'date';
	change(value: string): void;
}

/** A day and an hour on the clock of the organisation, typed or picked. */
export function MomentField(props: Props) {
	const { label, value, note, error, disabled = false, type = 'datetime-local', change } = props;
	return (
		<TextInput
			{...{ type, label, value, disabled }}
			description={note}
			error={error}
			onChange={(event) => change(event.currentTarget.value)}
		/>
	);
}
