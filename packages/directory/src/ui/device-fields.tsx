import { PasswordInput, Radio, TextInput } from '@mantine/core';
import { useText } from '@navette/ui';
import { entryTexts } from './entry-texts.ts';
import { Notice } from './notice.tsx';

/** What is decided of a device when one enters. */
export interface DeviceAnswer {
	readonly kind: 'anonymous' | 'personal';
	/** what the profile is called, where one is made */
	readonly name: string;
	/** what the session is called */
	readonly label: string;
	/** opens the profile beside the phrases; empty = none for now */
	readonly code: string;
}

interface Props {
	readonly value: DeviceAnswer;
	/** something is open here already: nothing is decided again */
	readonly isSettled: boolean;
	/** says what is missing */
	readonly isChecked: boolean;
	onChange(value: DeviceAnswer): void;
}

const MIN_CODE = 8;
const isCode = (code: string): boolean => code === '' || code.length >= MIN_CODE;

export const isAnswered = ({ kind, name, code }: DeviceAnswer, isSettled: boolean): boolean =>
	isSettled || kind === 'anonymous' || (name.trim() !== '' && isCode(code));

/** Whose the device is, and what it is called. */
export function DeviceFields({ value, isSettled, isChecked, onChange }: Props) {
	const text = useText(entryTexts);
	const isMine = value.kind === 'personal';
	return (
		<>
			{isSettled ? null : (
				<Radio.Group
					label={text.whose}
					value={value.kind}
					onChange={(kind) =>
						onChange({ ...value, kind: kind === 'personal' ? 'personal' : 'anonymous' })
					}
				>
					<div className="id-radios">
						<Radio value="personal" label={text.mine} description={text.mineAbout} />
						<Radio value="anonymous" label={text.notMine} description={text.notMineAbout} />
					</div>
				</Radio.Group>
			)}
			{isSettled || !isMine ? null : (
				<>
					<Notice tone="info">{text.guestWarn}</Notice>
					<TextInput
						label={text.profileName}
						description={text.profileNameHelp}
						autoComplete="username"
						maxLength={60}
						required
						value={value.name}
						error={isChecked && value.name.trim() === '' ? text.nameFault : undefined}
						onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
					/>
					<PasswordInput
						label={text.arrivalCode}
						description={text.arrivalCodeHelp}
						autoComplete="off"
						value={value.code}
						error={isChecked && !isCode(value.code) ? text.codeShort : undefined}
						onChange={(event) => onChange({ ...value, code: event.currentTarget.value })}
					/>
				</>
			)}
			<TextInput
				label={text.label}
				description={text.labelHelp}
				autoComplete="off"
				maxLength={60}
				value={value.label}
				onChange={(event) => onChange({ ...value, label: event.currentTarget.value })}
			/>
		</>
	);
}
