import * as v from 'valibot';
import { cardSchema, contactSchema, isReachable } from '../../model/index.ts';
import { contactOf, type SheetForm, type SheetKind } from './sheet-form.ts';
import { sheetSettings } from './sheet-settings.ts';

/** Why a field cannot be kept as it is typed. */
export type FieldFault =
	| { readonly why: 'empty' | 'initials' | 'long' | 'mail' | 'label' | 'number-of-phone' | 'reach' }
	| { readonly why: 'range'; readonly min: number; readonly max: number };

/** Faults by field: `nom`, `init`, `tels.0`, `mails.1`, `avance`… and `reach` for the whole. */
export type SheetFaults = Readonly<Record<string, FieldFault>>;

const card = cardSchema.entries;
const contact = contactSchema.entries;
const [phone, mail] = [contact.tels.pipe[0].item, contact.mails.pipe[0].item];

const isBad = (schema: v.GenericSchema, value: unknown): boolean => !v.is(schema, value);

const optionalFaults = (form: SheetForm): [string, FieldFault][] =>
	(
		[
			['lieu', card.lieu.wrapped, form.lieu],
			['about', card.tx.wrapped, form.about],
			['adr', contact.adr.wrapped, form.adr],
			['note', contact.tx.wrapped, form.note],
		] as const
	).flatMap(([name, schema, text]): [string, FieldFault][] =>
		text.trim() !== '' && isBad(schema, text.trim()) ? [[name, { why: 'long' }]] : [],
	);

const phoneFault = ({ lab, num }: SheetForm['tels'][number]): FieldFault | undefined => {
	const typed = { lab: lab.trim(), num: num.trim() };
	if ((typed.lab === '' && typed.num === '') || !isBad(phone, typed)) return undefined;
	if (typed.lab === '') return { why: 'label' };
	return { why: typed.num === '' ? 'number-of-phone' : 'long' };
};

const settingFaults = (kind: SheetKind, form: SheetForm): [string, FieldFault][] =>
	sheetSettings[kind].flatMap((setting): [string, FieldFault][] => {
		if (setting.type !== 'number') return [];
		const { name, min, max } = setting;
		const text = String(form.settings[name] ?? '').trim();
		const value = Number(text);
		const isGood = /^\d+$/.test(text) && value >= min && value <= max;
		return isGood ? [] : [[name, { why: 'range', min, max }]];
	});

/** Everything that the server would refuse, found while one types. */
export const sheetFaults = (kind: SheetKind, form: SheetForm): SheetFaults => {
	const faults: [string, FieldFault][] = [...optionalFaults(form), ...settingFaults(kind, form)];
	const name = form.nom.trim();
	if (isBad(card.nom, name)) faults.push(['nom', { why: name === '' ? 'empty' : 'long' }]);
	if (isBad(card.init, form.init.trim())) faults.push(['init', { why: 'initials' }]);
	for (const [index, one] of form.tels.entries()) {
		const fault = phoneFault(one);
		if (fault) faults.push([`tels.${index}`, fault]);
	}
	for (const [index, one] of form.mails.entries())
		if (one.trim() !== '' && isBad(mail, one.trim()))
			faults.push([`mails.${index}`, { why: 'mail' }]);
	if (kind === 'FCO' && !isReachable(contactOf(form), form.conf))
		faults.push(['reach', { why: 'reach' }]);
	return Object.fromEntries(faults);
};
