import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useText } from '@navette/ui';
import { type SheetForm, type SheetSetting, sheetSettings } from '../../client/index.ts';
import { sheetTexts } from './sheet-texts.ts';
import { useFaultWords } from './use-fault-words.ts';
import type { SheetView } from './use-sheet.ts';

interface Props {
	readonly view: SheetView;
	readonly form: SheetForm;
}

function Setting({ view, form, setting }: Props & { readonly setting: SheetSetting }) {
	const text = useText(sheetTexts);
	const faultOf = useFaultWords(view);
	const { change, writable } = view;
	const { name } = setting;
	const label = text.settingNames[name];
	const description = text.settingHelp[name];
	const value = form.settings[name];
	const put = (next: string | boolean) => change({ settings: { ...form.settings, [name]: next } });
	if (setting.type === 'yes-no')
		return (
			<Switch
				size="md"
				{...{ label, description }}
				checked={value === true}
				disabled={!writable}
				onChange={(event) => put(event.currentTarget.checked)}
			/>
		);
	if (setting.type === 'choice')
		return (
			<NativeSelect
				className="di-who"
				{...{ label, description }}
				value={String(value)}
				disabled={!writable}
				data={setting.choices.map((one) => ({ value: one, label: text.choices[one] }))}
				onChange={(event) => put(event.currentTarget.value)}
			/>
		);
	return (
		<TextInput
			className="di-number"
			{...{ label, description }}
			inputMode="numeric"
			value={String(value ?? '')}
			readOnly={!writable}
			error={faultOf(name)}
			onChange={(event) => put(event.currentTarget.value)}
		/>
	);
}

/** What a group, a groupement or a consumer settles, each with its help beside it. */
export function SettingFields({ view, form }: Props) {
	const text = useText(sheetTexts);
	const settings = sheetSettings[view.kind];
	if (settings.length === 0) return null;
	return (
		<fieldset className="nv-card di-fields">
			<legend>{text.settings}</legend>
			{settings.map((setting) => (
				<Setting key={setting.name} {...{ view, form, setting }} />
			))}
		</fieldset>
	);
}
