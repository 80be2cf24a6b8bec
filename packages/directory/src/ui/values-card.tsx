import { Button, NativeSelect, TextInput } from '@mantine/core';
import { usePreferences, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import { Card } from './card.tsx';
import { sheetTexts } from './sheet-texts.ts';
import type { OwnSheet } from './use-sheet.ts';

const KINDS = ['name', 'mail', 'phone', 'address'] as const;
type Kind = (typeof KINDS)[number];

const kindOf = (value: string): Kind => KINDS.find((one) => one === value) ?? 'name';

function AddValue({ sheet, change }: OwnSheet) {
	const text = useText(sheetTexts);
	const [kind, setKind] = useState<Kind>('mail');
	const [value, setValue] = useState('');
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		const wanted = value.trim();
		if (wanted === '' || sheet.preferences[kind]?.includes(wanted)) return;
		const isKept = await change((before) => ({
			...before,
			preferences: {
				...before.preferences,
				[kind]: [...(before.preferences[kind] ?? []), wanted],
			},
		}));
		if (isKept) setValue('');
	};
	return (
		<form className="nv-own-form nv-no-print" onSubmit={(event) => void submit(event)}>
			<NativeSelect
				label={text.kind}
				value={kind}
				data={KINDS.map((one) => ({ value: one, label: text.kinds[one] }))}
				onChange={(event) => setKind(kindOf(event.currentTarget.value))}
			/>
			<TextInput
				label={text.value}
				autoComplete={kind === 'mail' ? 'email' : 'off'}
				maxLength={200}
				value={value}
				onChange={(event) => setValue(event.currentTarget.value)}
			/>
			<div>
				<Button type="submit" variant="default" disabled={value.trim() === ''}>
					{text.add}
				</Button>
			</div>
		</form>
	);
}

function Look({ sheet, change }: OwnSheet) {
	const text = useText(sheetTexts);
	const [preferences, setHere] = usePreferences();
	const [language] = sheet.preferences.language ?? [];
	const [theme] = sheet.preferences.theme ?? [];
	const keep = () =>
		change((before) => ({
			...before,
			preferences: {
				...before.preferences,
				...{ language: [preferences.language], theme: [preferences.theme] },
			},
		}));
	const take = () =>
		setHere({
			...(language === 'fr' || language === 'en' ? { language } : {}),
			...(theme === 'dark' || theme === 'light' || theme === 'system' ? { theme } : {}),
		});
	const isOther =
		language !== undefined && (language !== preferences.language || theme !== preferences.theme);
	return (
		<div className="nv-own-form nv-no-print">
			<h3>{text.look}</h3>
			<div className="nv-own-actions">
				<Button variant="default" onClick={() => void keep()}>
					{text.lookKeep}
				</Button>
				{isOther ? (
					<Button variant="default" onClick={take}>
						{text.lookUse}
					</Button>
				) : null}
			</div>
		</div>
	);
}

/** Names, mails and the like: proposed to forms. */
export function ValuesCard(own: OwnSheet) {
	const { sheet, change } = own;
	const text = useText(sheetTexts);
	const values = KINDS.flatMap((kind) =>
		(sheet.preferences[kind] ?? []).map((value) => ({ kind, value })),
	);
	const remove = (kind: Kind, value: string) =>
		change((before) => ({
			...before,
			preferences: {
				...before.preferences,
				[kind]: (before.preferences[kind] ?? []).filter((one) => one !== value),
			},
		}));
	return (
		<Card title={text.values} about={text.valuesAbout}>
			{values.length === 0 ? <p>{text.valuesNone}</p> : null}
			<ul className="id-rows">
				{values.map(({ kind, value }) => (
					<li key={`${kind} ${value}`} className="id-row">
						<div>
							<small>{text.kinds[kind]}</small>
							<span>{value}</span>
						</div>
						<Button
							className="nv-no-print"
							variant="subtle"
							aria-label={`${text.remove} ${value}`}
							onClick={() => void remove(kind, value)}
						>
							{text.remove}
						</Button>
					</li>
				))}
			</ul>
			<AddValue {...own} />
			<Look {...own} />
		</Card>
	);
}
