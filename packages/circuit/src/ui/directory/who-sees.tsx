import { NativeSelect } from '@mantine/core';
import { useText } from '@navette/ui';
import type { SheetForm } from '../../client/index.ts';
import { sheetTexts } from './sheet-texts.ts';
import type { SheetView } from './use-sheet.ts';

type Field = keyof SheetForm['conf'];
type Level = 0 | 1 | 2;

interface Props {
	readonly view: SheetView;
	readonly form: SheetForm;
	readonly field: Field;
	/** What of the contact, in words. */
	readonly name: string;
}

const isLevel = (value: number): value is Level => value === 0 || value === 1 || value === 2;

/** Groups and groupements have nobody between everybody and themselves. */
const levelsOf = (kind: SheetView['kind'], current: Level): readonly Level[] => {
	if (kind === 'FCO' || kind === 'FPR') return [0, 1, 2];
	return current === 2 ? [0, 2] : [0, 1];
};

/** Who may see one part of a contact. */
export function WhoSees({ view, form, field, name }: Props) {
	const text = useText(sheetTexts);
	const { kind, change, writable, isForeign } = view;
	const level = form.conf[field];
	const choose = (value: string) => {
		const chosen = Number(value);
		if (isLevel(chosen)) change({ conf: { ...form.conf, [field]: chosen } });
	};
	return (
		<NativeSelect
			className="di-who"
			label={text.who(name)}
			value={String(level)}
			disabled={!writable || isForeign}
			data={levelsOf(kind, level).map((one) => ({
				value: String(one),
				label: isForeign && one === 2 ? text.selfOnly : text.levels[kind][one],
			}))}
			onChange={(event) => choose(event.currentTarget.value)}
		/>
	);
}
