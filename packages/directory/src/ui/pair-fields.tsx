import { PasswordInput } from '@mantine/core';
import { useText } from '@navette/ui';
import type { AliasPhrases } from '../client/index.ts';
import { entryTexts } from './entry-texts.ts';

interface Props {
	readonly value: AliasPhrases;
	/** chosen for the first time, or known */
	readonly isNew: boolean;
	onChange(value: AliasPhrases): void;
}

/** Two phrases, typed, pasted, or filled by a password manager. */
export function PairFields({ value, isNew, onChange }: Props) {
	const text = useText(entryTexts);
	return (
		<>
			<PasswordInput
				label={text.first}
				description={isNew ? text.firstHelp : undefined}
				name="first-phrase"
				autoComplete={isNew ? 'off' : 'username'}
				size="md"
				value={value.first}
				onChange={(event) => onChange({ ...value, first: event.currentTarget.value })}
			/>
			<PasswordInput
				label={text.second}
				description={isNew ? text.secondHelp : undefined}
				name="second-phrase"
				autoComplete={isNew ? 'new-password' : 'current-password'}
				size="md"
				value={value.second}
				onChange={(event) => onChange({ ...value, second: event.currentTarget.value })}
			/>
		</>
	);
}
