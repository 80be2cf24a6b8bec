import { ActionIcon, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type ReactNode, useId, useRef } from 'react';
import type { MomentKind } from '../formats/index.ts';
import { useText } from '../preferences/preferences-context.tsx';
import { fieldTexts } from './texts.ts';
import { useMomentField } from './use-moment-field.ts';

interface Props {
	/** A day alone, a time alone, or both (which is usual). */
	readonly kind?: MomentKind;
	readonly label: string;
	/** `2025-06-14`, `20:00`, `2025-06-12T20:00`; what was typed when it is none of them. */
	readonly value: string;
	readonly note?: ReactNode;
	readonly error?: string | undefined;
	readonly disabled?: boolean;
	change(value: string): void;
}

interface PickerProps {
	readonly day: string;
	readonly labelledBy: string;
	pick(day: string): void;
}

/** The calendar of the device, which a phone shows as its own; its field is never read. */
function DayPicker({ day, labelledBy, pick }: PickerProps) {
	const text = useText(fieldTexts);
	const native = useRef<HTMLInputElement>(null);
	return (
		<>
			<input
				ref={native}
				type="date"
				className="nv-picked"
				tabIndex={-1}
				aria-hidden
				value={day}
				onChange={(event) => event.currentTarget.value !== '' && pick(event.currentTarget.value)}
			/>
			<ActionIcon
				variant="subtle"
				size={36}
				aria-label={text.pick}
				aria-describedby={labelledBy}
				onClick={() => native.current?.showPicker()}
			>
				<IconCalendar size={20} aria-hidden />
			</ActionIcon>
		</>
	);
}

const CAN_PICK =
	typeof HTMLInputElement !== 'undefined' && 'showPicker' in HTMLInputElement.prototype;

/**
 * The one field for days and hours, on the clock of the organisation: typed, 24 h, in the order of
 * the language of the person whatever the browser's is; ↑ and ↓ move by a day; a calendar beside.
 */
export function MomentField(props: Props) {
	const { kind = 'moment', label, value, note, error, disabled = false, change } = props;
	const text = useText(fieldTexts);
	const id = useId();
	const { isUnreadable, day, pick, field } = useMomentField(kind, value, change);
	const input = useRef<HTMLInputElement>(null);
	const take = (picked: string) => {
		pick(picked);
		input.current?.focus();
	};
	return (
		<TextInput
			{...{ ...field, id, label, disabled }}
			ref={input}
			className={kind === 'time' ? 'nv-time' : 'nv-day'}
			description={note}
			error={isUnreadable ? text.unreadable[kind] : error}
			placeholder={text.pattern[kind]}
			autoComplete="off"
			rightSectionWidth={44}
			rightSection={
				kind === 'time' || disabled || !CAN_PICK ? null : (
					<DayPicker day={day} labelledBy={`${id}-label`} pick={take} />
				)
			}
		/>
	);
}
