import { useFormats, useText } from '@navette/ui';
import type { ChatNote, OfferedCatalogue } from '../../client/index.ts';
import { deliveryTexts } from '../consumer/delivery-texts.ts';
import { chatTexts } from './chat-texts.ts';

type Fact = string | number | null | undefined;

/** A date of a delivery, or of one of its stops, and its values in words. */
export function useDateWords(groupName: (gc: string) => string) {
	const { steps } = useText(deliveryTexts);
	const { place } = useText(chatTexts).notes;
	const { longDate, time } = useFormats();
	const named = (field: string): string =>
		field in steps ? steps[field as keyof typeof steps] : field;
	return {
		field: (champ: string): string => {
			const [pts, gc = '', field = ''] = champ.split('.');
			return pts === 'pts' ? place(groupName(gc), named(field)) : named(champ);
		},
		value: (value: Fact): string =>
			typeof value === 'number' ? `${longDate(value)}, ${time(value)}` : (value ?? ''),
	};
}

/** What the application itself noted, in words. */
export function useNoteWords(
	groupName: (gc: string) => string,
	catalogue: OfferedCatalogue | undefined,
): (note: ChatNote) => string {
	const { notes } = useText(chatTexts);
	const { money } = useFormats();
	const dates = useDateWords(groupName);
	const priceOf = ({ facts: { prod, av, ap } }: ChatNote): string => {
		const code = String(prod ?? '');
		const label = catalogue?.lignes[code]?.perm.lib ?? notes.product(code);
		return notes.price(label, money(Number(av ?? 0)), money(Number(ap ?? 0)));
	};
	const dateOf = ({ facts: { champ, av, ap } }: ChatNote): string => {
		const field = dates.field(String(champ ?? ''));
		const [before, after] = [dates.value(av), dates.value(ap)];
		return before === '' ? notes.set(field, after) : notes.changed(field, before, after);
	};
	return (note) => {
		const { code, facts } = note;
		switch (code) {
			case 'DATE':
				return dateOf(note);
			case 'PRIX':
				return priceOf(note);
			case 'ANNULE':
				return facts.raison == null ? notes.cancelled : notes.cancelledWhy(String(facts.raison));
			case 'RECU':
				return notes.received;
			case 'RESTE':
				return notes.left(Number(facts.n ?? 0));
			default:
				return notes.other;
		}
	};
}
