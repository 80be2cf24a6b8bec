import { Textarea, TextInput } from '@mantine/core';
import { useText } from '@navette/ui';
import { OwnValues } from './own-values.tsx';
import { sheetTexts } from './sheet-texts.ts';
import { useFaultWords } from './use-fault-words.ts';
import type { SheetView } from './use-sheet.ts';

interface Props {
	readonly view: SheetView;
	readonly form: NonNullable<SheetView['form']>;
}

/** Name, initials, place, a few words. */
export function CardFields({ view, form }: Props) {
	const text = useText(sheetTexts);
	const faultOf = useFaultWords(view);
	const { change, writable } = view;
	const field = (name: 'nom' | 'init' | 'lieu' | 'about') => ({
		label: text.fields[name],
		description: text.help[name],
		value: form[name],
		error: faultOf(name),
		readOnly: !writable,
	});
	return (
		<fieldset className="nv-card di-fields">
			<legend>{text.card}</legend>
			<p className="nv-quiet">{view.isForeign ? text.foreignCard : text.cardHelp[view.kind]}</p>
			<TextInput
				{...field('nom')}
				required
				autoComplete="name"
				onChange={(event) => change({ nom: event.currentTarget.value })}
			/>
			<OwnValues view={view} kind="name" value={form.nom} onTake={(nom) => change({ nom })} />
			<TextInput
				{...field('init')}
				className="di-short"
				required
				onChange={(event) => change({ init: event.currentTarget.value })}
			/>
			<TextInput
				{...field('lieu')}
				autoComplete="address-level2"
				onChange={(event) => change({ lieu: event.currentTarget.value })}
			/>
			<Textarea
				{...field('about')}
				autosize
				minRows={2}
				maxRows={8}
				onChange={(event) => change({ about: event.currentTarget.value })}
			/>
		</fieldset>
	);
}
