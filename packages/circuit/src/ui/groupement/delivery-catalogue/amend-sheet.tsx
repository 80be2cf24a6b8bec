import { Button } from '@mantine/core';
import { Sheet, useFormats, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import {
	amendmentOf,
	type ComparedRow,
	type ConditionsDraft,
	dayToText,
	readConditions,
} from '../../../client/index.ts';
import type { Conditions } from '../../../model/index.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { ConditionsFields } from '../catalogue/conditions-fields.tsx';
import { moneyText, priceText, READERS } from '../catalogue/product-words.ts';
import { deliveryCatalogueTexts } from './delivery-catalogue-texts.ts';
import type { DeliveryCatalogueDesk } from './use-delivery-catalogue.ts';

interface BodyProps {
	readonly desk: DeliveryCatalogueDesk;
	readonly row: ComparedRow;
	readonly here: Conditions;
	close(): void;
}

function Body({ desk, row, here, close }: BodyProps) {
	const text = useText(deliveryCatalogueTexts);
	const formats = useFormats();
	const { perm, code } = row;
	const most = here.qmax ?? 0;
	const [draft, setDraft] = useState<ConditionsDraft>({
		day: dayToText(here.d),
		price: moneyText(here.pu, formats),
		dispo: String(here.dispo),
		net: formats.weight(here.pn),
		gross: formats.weight(here.pb),
		most: most === 0 ? '' : perm.mode === 'P' ? formats.weight(most) : formats.quantity(most),
	});
	const [isTold, setTold] = useState(false);
	const read = readConditions(draft, perm.mode, here.d, READERS);
	const change = 'conditions' in read ? amendmentOf(here, read.conditions) : {};
	const isSame = Object.keys(change).length === 0;
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setTold(true);
		if ('fault' in read || isSame) return;
		const input = { ...desk.place, prod: code, ...change };
		if (await desk.write([{ name: 'CatlAmender', input }], text.saved(perm.lib))) close();
	};
	return (
		<form className="cg-form" onSubmit={(event) => void submit(event)} noValidate>
			<ConditionsFields
				dayless
				draft={draft}
				product={perm}
				fault={isTold && 'fault' in read ? read.fault : undefined}
				change={setDraft}
			/>
			{change.pu !== undefined && desk.phase !== 0 ? (
				<div className="cg-told" role="status">
					<p>{text.told}</p>
					<ul>
						<li>
							{text.toldLine(
								perm.lib,
								priceText(here.pu, perm, formats),
								priceText(change.pu, perm, formats),
							)}
						</li>
					</ul>
				</div>
			) : null}
			{desk.phase === 0 ? null : <p className="nv-quiet">{text.orderedNote}</p>}
			<RefusalNote refused={desk.writing.refused} />
			<div className="cg-actions">
				<Button type="submit" disabled={isSame} loading={desk.writing.isBusy}>
					{text.save}
				</Button>
			</div>
		</form>
	);
}

interface Props {
	readonly desk: DeliveryCatalogueDesk;
	readonly row: ComparedRow | undefined;
	close(): void;
}

/** Other conditions for a product in one delivery, with the sentence that the chat will say. */
export function AmendSheet({ desk, row, close }: Props) {
	const text = useText(deliveryCatalogueTexts);
	return (
		<Sheet
			opened={row?.here !== undefined}
			onClose={close}
			title={row ? text.amend(row.perm.lib) : ''}
		>
			{row?.here ? (
				<Body key={row.code} desk={desk} row={row} here={row.here} close={close} />
			) : null}
		</Sheet>
	);
}
