import { ActionIcon, Button } from '@mantine/core';
import { Chip, useFormats, useText, useUndo } from '@navette/ui';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import {
	type ConditionsDraft,
	conditionsInTime,
	type GeneralProduct,
	readConditions,
	type TimelineEntry,
} from '../../../client/index.ts';
import { catalogueTexts } from './catalogue-texts.ts';
import { ConditionsFields } from './conditions-fields.tsx';
import { mostText, priceText, READERS, startingDraft } from './product-words.ts';
import type { CatalogueDesk } from './use-catalogue.ts';

interface Props {
	readonly desk: CatalogueDesk;
	readonly known: GeneralProduct;
}

const TONES = { past: 'plain', current: 'ok', coming: 'info' } as const;

function Entry({ desk, known, entry }: Props & { readonly entry: TimelineEntry }) {
	const { drawer, dispos } = useText(catalogueTexts);
	const formats = useFormats();
	const offerUndo = useUndo();
	const { conditions, when, more } = entry;
	const { product, code } = known;
	const { d, pu, pn, pb, dispo, qmax, excl } = conditions;
	const said = formats.day(String(d), 'date');
	const place = { right: desk.view.right, gp: desk.view.gp, prod: code };
	const drop = async () => {
		const message = drawer.dropped(said);
		const call = { name: 'CondSuppr', input: { ...place, d } };
		if (!(await desk.write([call], message))) return;
		const again = { name: 'CondPoser', input: { ...place, cv: conditions } };
		offerUndo({ message, undo: () => void desk.write([again], drawer.putSaid(said)) });
	};
	const details = [
		dispo === 3 ? '' : dispos[dispo],
		product.mode === 'P' ? '' : drawer.weights(formats.weight(pn), formats.weight(pb)),
		qmax === undefined ? '' : drawer.most(mostText(conditions, product, formats)),
		excl && excl.length > 0 ? drawer.excluded(excl.map(desk.view.groupName).join(', ')) : '',
	].filter(Boolean);
	return (
		<li data-when={when}>
			<span className="cg-when">
				<Chip tone={TONES[when]}>{drawer.when[when]}</Chip>
				<span>{drawer.from(said)}</span>
			</span>
			<span>
				<b>{priceText(pu, product, formats)}</b>
				{more === undefined || more === 0 ? null : (
					<small className="nv-quiet">
						{' '}
						{more > 0
							? drawer.change.up(formats.money(more))
							: drawer.change.down(formats.money(-more))}
					</small>
				)}
				<small className="nv-quiet cg-details">{details.join(' · ')}</small>
			</span>
			{when === 'coming' && !known.isRemoved ? (
				<ActionIcon
					variant="subtle"
					color="red"
					size={44}
					aria-label={drawer.drop(said)}
					onClick={() => void drop()}
				>
					<IconTrash size={18} aria-hidden />
				</ActionIcon>
			) : null}
		</li>
	);
}

function AddConditions({ desk, known }: Props) {
	const { drawer } = useText(catalogueTexts);
	const formats = useFormats();
	const { product, code, current } = known;
	const base = current ?? product.cv.at(-1);
	const empty = startingDraft(base, desk.today, product, formats);
	const [typed, setTyped] = useState<ConditionsDraft>();
	const [isTold, setTold] = useState(false);
	const draft = typed ?? empty;
	const read = readConditions(draft, product.mode, desk.today, READERS);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setTold(true);
		if ('fault' in read) return;
		// To whom it is not sold stays as it is: the drawer does not decide it.
		const cv = { ...read.conditions, ...(base?.excl ? { excl: base.excl } : {}) };
		const input = { right: desk.view.right, gp: desk.view.gp, prod: code, cv };
		const said = drawer.putSaid(formats.day(String(cv.d), 'date'));
		if (!(await desk.write([{ name: 'CondPoser', input }], said))) return;
		setTyped(undefined);
		setTold(false);
	};
	return (
		<form className="cg-form" onSubmit={(event) => void submit(event)} noValidate>
			<h3>{drawer.add}</h3>
			<p className="nv-quiet">{drawer.addNote}</p>
			<ConditionsFields
				{...{ draft, product }}
				fault={isTold && 'fault' in read ? read.fault : undefined}
				change={setTyped}
			/>
			<div className="cg-actions">
				<Button type="submit" loading={desk.writing.isBusy}>
					{drawer.put}
				</Button>
			</div>
		</form>
	);
}

/** The conditions of a product in time: what was, what is, what comes; and a way to add. */
export function ProductTimeline({ desk, known }: Props) {
	const { drawer } = useText(catalogueTexts);
	return (
		<section className="cg-drawer-part">
			<h3>{drawer.timeline}</h3>
			<ol className="cg-timeline">
				{conditionsInTime(known.product, desk.today).map((entry) => (
					<Entry key={entry.conditions.d} {...{ desk, known, entry }} />
				))}
			</ol>
			{known.isRemoved ? null : <AddConditions desk={desk} known={known} />}
		</section>
	);
}
