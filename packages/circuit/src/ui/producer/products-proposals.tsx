import { Button } from '@mantine/core';
import { Chip, type Tone, useFormats, useNow, useText } from '@navette/ui';
import type { GeneralProduct, OwnProposal, RefusedProposal } from '../../client/index.ts';
import { RefusedList } from '../parts/refused-list.tsx';
import { ConditionsLine } from './product-card.tsx';
import { productsTexts } from './products-texts.ts';
import type { Proposals } from './use-proposals.ts';

const TONES: Readonly<Record<OwnProposal['state'], Tone>> = {
	...{
		leaving: 'info',
		'taking-back': 'info',
		att: 'warn',
		acc: 'ok',
		ref: 'danger',
		ret: 'plain',
	},
};

/** Answers shown of a product: older ones are history. */
const DECIDED_SHOWN = 3;

interface OneProps {
	readonly proposal: OwnProposal;
	readonly entry: GeneralProduct;
	takeBack(): void;
}

function One({ proposal, entry: { product }, takeBack }: OneProps) {
	const text = useText(productsTexts);
	const formats = useFormats();
	const now = useNow();
	const { cv, state, before, reason, decided, t } = proposal;
	const mayTakeBack = state === 'att' || state === 'leaving';
	const day = formats.day(String(cv.d), 'date');
	return (
		<li className="cp-proposal">
			<span className="cp-proposal-head">
				<Chip tone={TONES[state]}>{text.states[state]}</Chip> {text.from(day)}
			</span>
			<span>
				<ConditionsLine conditions={cv} product={product} groupName={String} />
			</span>
			{before === undefined || before === cv.pu ? null : (
				<small className="nv-quiet">{text.insteadOf(formats.money(before))}</small>
			)}
			{reason === undefined ? null : <q>{reason}</q>}
			{decided?.motif === undefined ? null : <b>{text.answer(decided.motif)}</b>}
			{t === undefined ? null : (
				<small className="nv-quiet">
					{decided
						? text.decided(formats.moment(decided.t, now))
						: text.proposed(formats.moment(t, now))}
				</small>
			)}
			{mayTakeBack ? (
				<Button
					variant="subtle"
					size="md"
					aria-label={text.takeBackOf(product.lib, day)}
					onClick={takeBack}
				>
					{text.takeBack}
				</Button>
			) : null}
		</li>
	);
}

interface Props {
	readonly entry: GeneralProduct;
	readonly proposals: Proposals;
	propose(): void;
}

/** R4: what was proposed for a product, what became of it, and the way to propose. */
export function ProductProposals({ entry, proposals, propose }: Props) {
	const text = useText(productsTexts);
	const { code, product, isRemoved } = entry;
	const all = proposals.of(code);
	const shown = [
		...all.filter(({ decided }) => decided === undefined),
		...all.filter(({ decided }) => decided !== undefined).slice(0, DECIDED_SHOWN),
	];
	if (isRemoved && shown.length === 0) return null;
	return (
		<>
			{shown.length === 0 ? null : (
				<ul className="cp-proposals" aria-label={text.proposalsOf(product.lib)}>
					{shown.map((proposal) => (
						<One
							key={proposal.id}
							{...{ proposal, entry }}
							takeBack={() => proposals.takeBack(proposal, product.lib)}
						/>
					))}
				</ul>
			)}
			{isRemoved ? null : (
				<div>
					<Button
						variant="default"
						size="md"
						aria-label={text.proposeFor(product.lib)}
						onClick={propose}
					>
						{text.proposeOther}
					</Button>
				</div>
			)}
		</>
	);
}

/** Proposals that the server did not take, with what was typed. */
export function RefusedProposals({
	proposals,
	correct,
}: {
	readonly proposals: Proposals;
	correct(refused: RefusedProposal): void;
}) {
	const text = useText(productsTexts);
	const { refused, dismiss } = proposals;
	return (
		<RefusedList
			title={text.refusedTitle}
			refused={refused}
			keys={(one) =>
				one.asked ? (
					<Button size="md" onClick={() => correct(one)}>
						{text.correct}
					</Button>
				) : null
			}
			dismissal={(one) => (one.asked ? text.forget : text.understood)}
			dismiss={dismiss}
		/>
	);
}
