import { Button, Textarea } from '@mantine/core';
import { useFormats, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import { changesNothing, type GeneralProduct, readConditions } from '../../client/index.ts';
import type { ProposedConditions } from '../../model/index.ts';
import { ConditionsFields } from '../groupement/catalogue/conditions-fields.tsx';
import { READERS, startingDraft } from '../groupement/catalogue/product-words.ts';
import { productsTexts } from './products-texts.ts';
import type { Proposals } from './use-proposals.ts';
import '../parts/desk.css';

/** What a form of conditions begins with: a product; or a write that was refused, to be corrected. */
export interface Proposing {
	readonly entry: GeneralProduct;
	readonly correcting?: {
		readonly id: string;
		readonly cv: ProposedConditions;
		readonly reason: string;
	};
}

interface Props {
	readonly proposing: Proposing;
	readonly proposals: Proposals;
	/** `yyyymmdd` on the clock of the organisation. */
	readonly today: number;
	done(): void;
}

/** The draft of a form, and what it says as conditions. */
function useConditionsDraft({ proposing, today }: Pick<Props, 'proposing' | 'today'>) {
	const formats = useFormats();
	const { entry, correcting } = proposing;
	const { product, current, coming } = entry;
	const [draft, change] = useState(() =>
		startingDraft(
			correcting?.cv ?? current ?? coming[0],
			correcting?.cv.d ?? today,
			product,
			formats,
		),
	);
	const [reason, setReason] = useState(correcting?.reason ?? '');
	const read = readConditions(draft, product.mode, today, READERS);
	const cv = 'conditions' in read ? read.conditions : undefined;
	const inForce = cv && product.cv.findLast(({ d }) => d <= cv.d);
	return {
		...{ draft, change, reason, setReason, cv },
		field: 'fault' in read ? read.fault : undefined,
		isIdle: cv !== undefined && changesNothing(cv, inForce),
	};
}

/** R4: other conditions for a product, from a day on; what was typed stays until it is kept. */
export function ProductsProposalForm({ proposing, proposals, today, done }: Props) {
	const text = useText(productsTexts);
	const [isTold, setTold] = useState(false);
	const [isBusy, setBusy] = useState(false);
	const { draft, change, reason, setReason, cv, field, isIdle } = useConditionsDraft({
		...{ proposing, today },
	});
	const { entry, correcting } = proposing;
	const { product, code } = entry;
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setTold(true);
		if (!cv || isIdle) return;
		setBusy(true);
		const asked = { prod: code, lib: product.lib, cv, reason };
		const isKept = await proposals.propose(asked, correcting?.id);
		setBusy(false);
		if (isKept) done();
	};
	return (
		<form className="cg-form" onSubmit={(event) => void submit(event)} noValidate>
			<p className="nv-quiet">{text.proposeAbout}</p>
			<ConditionsFields {...{ draft, product, change }} fault={isTold ? field : undefined} />
			<Textarea
				label={text.reason}
				description={text.reasonAbout}
				rows={2}
				maxLength={300}
				value={reason}
				onChange={(event) => setReason(event.currentTarget.value)}
			/>
			{isTold && isIdle ? (
				<p className="cp-fault" role="alert">
					{text.nothingChanges}
				</p>
			) : null}
			{proposals.fault === undefined ? null : (
				<p className="cp-fault" role="alert">
					{proposals.fault}
				</p>
			)}
			<div className="cg-actions">
				<Button type="submit" size="md" loading={isBusy}>
					{text.propose}
				</Button>
				<Button size="md" variant="default" onClick={done}>
					{text.giveUp}
				</Button>
			</div>
		</form>
	);
}
