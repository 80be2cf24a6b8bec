import { useFormats, useText } from '@navette/ui';
import { type ChangeToTell, changesToTell } from '../../client/index.ts';
import { chatTexts } from './chat-texts.ts';
import type { ChatView } from './use-chat.ts';
import type { Names } from './use-names.ts';
import { useDateWords } from './use-note-words.ts';

/**
 * The beginning of a message about what changed in a delivery since one last wrote: `undefined` where
 * there is nothing to write about, '' when nothing changed.
 */
export function useChangesText(view: ChatView, names: Names): string | undefined {
	const text = useText(chatTexts);
	const { money } = useFormats();
	const dates = useDateWords(names.group);
	const { delivery, catalogue, entries, standing } = view;
	const writes = standing === 'pub' || standing === 'att';
	if (!delivery || !catalogue || !writes || view.role.usage === 'CO') return undefined;
	const since = entries.reduce(
		(last, entry) => (entry.kind === 'message' && entry.mine ? Math.max(last, entry.t) : last),
		delivery.tOuv,
	);
	const inWords = (change: ChangeToTell): string =>
		change.kind === 'date'
			? text.dateChange(dates.field(change.field), dates.value(change.after))
			: text.priceChange(change.label, money(change.before), money(change.after));
	const changes = changesToTell(delivery, catalogue, since).map(inWords);
	return changes.length === 0 ? '' : [text.changesHead, ...changes].join('\n');
}
