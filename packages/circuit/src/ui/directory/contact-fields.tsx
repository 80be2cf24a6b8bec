import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { useText } from '@navette/ui';
import { IconPlus, IconX } from '@tabler/icons-react';
import { filledIn, type SheetForm } from '../../client/index.ts';
import { OwnValues } from './own-values.tsx';
import { sheetTexts } from './sheet-texts.ts';
import { useFaultWords } from './use-fault-words.ts';
import type { SheetView } from './use-sheet.ts';
import { WhoSees } from './who-sees.tsx';

interface Props {
	readonly view: SheetView;
	readonly form: SheetForm;
}

type Phone = SheetForm['tels'][number];

const MAX_ROWS = 10;

const replaced = <T,>(list: readonly T[], at: number, value: T): T[] =>
	list.map((one, index) => (index === at ? value : one));
const removed = <T,>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at);

/** What somebody keeps to himself is not written by who manages his sheet. */
const mayWrite = (view: SheetView, form: SheetForm, field: keyof SheetForm['conf']): boolean =>
	view.writable && !(view.isForeign && form.conf[field] === 2);

function Remove({ what, onClick }: { readonly what: string; onClick(): void }) {
	const text = useText(sheetTexts);
	return (
		<ActionIcon
			variant="subtle"
			color="gray"
			size={40}
			aria-label={text.remove(what)}
			onClick={onClick}
		>
			<IconX size={20} aria-hidden />
		</ActionIcon>
	);
}

function Add({ label, onClick }: { readonly label: string; onClick(): void }) {
	return (
		<Button
			className="di-add"
			size="compact-md"
			variant="subtle"
			leftSection={<IconPlus size={18} aria-hidden />}
			onClick={onClick}
		>
			{label}
		</Button>
	);
}

function Phones({ view, form }: Props) {
	const text = useText(sheetTexts);
	const faultOf = useFaultWords(view);
	const { change } = view;
	const writable = mayWrite(view, form, 'tels');
	const { tels } = form;
	const isFree = ({ num }: Phone) => num.trim() === '';
	const phone = (num: string, { lab }: Phone = { lab: text.phoneLabel, num }) => ({ lab, num });
	const put = (at: number, part: Partial<Phone>) =>
		change({ tels: tels.map((tel, i) => (i === at ? { ...tel, ...part } : tel)) });
	return (
		<div className="di-lines">
			<WhoSees view={view} form={form} field="tels" name={text.fields.tels.toLowerCase()} />
			{tels.map((tel, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while typed
				<div key={index} className="di-line">
					<TextInput
						label={text.fields.lab}
						value={tel.lab}
						readOnly={!writable}
						onChange={(event) => put(index, { lab: event.currentTarget.value })}
					/>
					<TextInput
						type="tel"
						label={text.fields.num}
						value={tel.num}
						readOnly={!writable}
						error={faultOf(`tels.${index}`)}
						autoComplete="tel"
						onChange={(event) => put(index, { num: event.currentTarget.value })}
					/>
					{writable ? (
						<Remove
							what={`${tel.lab} ${tel.num}`}
							onClick={() => change({ tels: removed(tels, index) })}
						/>
					) : null}
				</div>
			))}
			{writable && tels.length < MAX_ROWS ? (
				<>
					<Add
						label={text.addPhone}
						onClick={() => change({ tels: [...tels, { lab: text.phoneLabel, num: '' }] })}
					/>
					<OwnValues
						view={view}
						kind="phone"
						value={tels.map(({ num }) => num)}
						onTake={(num) => change({ tels: filledIn(tels, isFree, (free) => phone(num, free)) })}
					/>
				</>
			) : null}
		</div>
	);
}

function Mails({ view, form }: Props) {
	const text = useText(sheetTexts);
	const faultOf = useFaultWords(view);
	const { change } = view;
	const writable = mayWrite(view, form, 'mails');
	const { mails } = form;
	const isFree = (mail: string) => mail.trim() === '';
	return (
		<div className="di-lines">
			<WhoSees view={view} form={form} field="mails" name={text.fields.mails.toLowerCase()} />
			{mails.map((mail, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while typed
				<div key={index} className="di-line">
					<TextInput
						type="email"
						label={text.fields.mail}
						value={mail}
						readOnly={!writable}
						error={faultOf(`mails.${index}`)}
						autoComplete="email"
						onChange={(event) =>
							change({ mails: replaced(mails, index, event.currentTarget.value) })
						}
					/>
					{writable ? (
						<Remove what={mail} onClick={() => change({ mails: removed(mails, index) })} />
					) : null}
				</div>
			))}
			{writable && mails.length < MAX_ROWS ? (
				<>
					<Add label={text.addMail} onClick={() => change({ mails: [...mails, ''] })} />
					<OwnValues
						view={view}
						kind="mail"
						value={mails}
						onTake={(mail) => change({ mails: filledIn(mails, isFree, () => mail) })}
					/>
				</>
			) : null}
		</div>
	);
}

/** Telephones, addresses, and who sees each. */
export function ContactFields({ view, form }: Props) {
	const text = useText(sheetTexts);
	const faultOf = useFaultWords(view);
	const { change } = view;
	const reach = faultOf('reach');
	const area = (name: 'adr' | 'note') => ({
		label: text.fields[name],
		description: text.help[name],
		value: form[name],
		error: faultOf(name),
		readOnly: !mayWrite(view, form, name === 'note' ? 'tx' : name),
		...{ autosize: true, minRows: 1, maxRows: 6 },
	});
	return (
		<fieldset className="nv-card di-fields">
			<legend>{text.contact}</legend>
			<p className="nv-quiet">{view.isForeign ? text.foreignContact : text.contactHelp}</p>
			{reach === undefined ? null : (
				<p className="di-fault" role="alert">
					{reach}
				</p>
			)}
			<Phones view={view} form={form} />
			<Mails view={view} form={form} />
			<div className="di-lines">
				<WhoSees view={view} form={form} field="adr" name={text.fields.adr.toLowerCase()} />
				<Textarea
					{...area('adr')}
					onChange={(event) => change({ adr: event.currentTarget.value })}
				/>
				<OwnValues view={view} kind="address" value={form.adr} onTake={(adr) => change({ adr })} />
			</div>
			<div className="di-lines">
				<WhoSees view={view} form={form} field="tx" name={text.fields.note.toLowerCase()} />
				<Textarea
					{...area('note')}
					onChange={(event) => change({ note: event.currentTarget.value })}
				/>
			</div>
		</fieldset>
	);
}
