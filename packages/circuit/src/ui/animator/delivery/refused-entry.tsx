import { Button } from '@mantine/core';
import { type OutboxEntry, useFormats, useLanguage, useText } from '@navette/ui';
import type { RefusedWrite } from '../../../client/index.ts';
import { parseAuthorMark } from '../../../model/index.ts';
import { amountShort } from '../../parts/amount-words.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { deliveryTexts } from './delivery-texts.ts';

/** What the screen that wrote an entry said of it, in the chosen language. */
export function EntryWords({ entry }: { readonly entry: Pick<OutboxEntry, 'label'> }) {
	const language = useLanguage();
	const said = entry.label as Partial<Record<string, string>> | undefined;
	return said?.[language] ?? '';
}

interface Props {
	readonly view: ReceptionView;
	readonly refused: RefusedWrite;
}

function Choice({ view, refused }: Props) {
	const text = useText(deliveryTexts);
	const formats = useFormats();
	const { current, wanted } = refused;
	const mode = view.catalogue.lignes[refused.about]?.perm.mode ?? 'U';
	const amount = (value: number) => amountShort(value, mode, formats);
	const isStale = refused.code === 'E-VU' && current !== undefined && wanted !== undefined;
	return (
		<p className="ca-choice">
			<Button size="md" variant="default" onClick={() => view.log.forget(refused)}>
				{isStale ? text.keepTheirs(amount(current)) : text.forget}
			</Button>
			<Button size="md" onClick={() => view.log.insist(refused)}>
				{isStale ? text.putMine(amount(wanted)) : text.retry}
			</Button>
		</p>
	);
}

/** An entry that the server refused: what is there, what was asked, and the choice. */
export function RefusedEntry({ view, refused }: Props) {
	const text = useText(deliveryTexts);
	const formats = useFormats();
	const language = useLanguage();
	const { current, wanted, by, at, about, error } = refused;
	const mode = view.catalogue.lignes[about]?.perm.mode ?? 'U';
	const amount = (value: number) => amountShort(value, mode, formats);
	const who = (by && parseAuthorMark(by).name) || text.somebody;
	const when = at === undefined ? '' : formats.moment(at, view.now);
	return (
		<li className="nv-card ct-entry">
			<h3>
				<EntryWords entry={refused} />
			</h3>
			{current === undefined ? null : <p>{text.there(who, amount(current), when)}</p>}
			{wanted === undefined ? null : <p>{text.mine(amount(wanted))}</p>}
			{refused.code === 'E-VU' ? null : <p className="nv-quiet">{error?.sentence[language]}</p>}
			<Choice view={view} refused={refused} />
		</li>
	);
}
