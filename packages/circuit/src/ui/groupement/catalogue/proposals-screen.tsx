import { Button, Textarea } from '@mantine/core';
import {
	Chip,
	DataAge,
	Dialog,
	EmptyState,
	Page,
	ScreenLink,
	type ScreenProps,
	useFormats,
	useText,
	WhenReady,
} from '@navette/ui';
import { IconArrowLeft, IconTags } from '@tabler/icons-react';
import { useState } from 'react';
import type { ListedProposal } from '../../../client/index.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { catalogueTexts } from './catalogue-texts.ts';
import { priceText } from './product-words.ts';
import { type CatalogueDesk, useCatalogue } from './use-catalogue.ts';
import '../../parts/frame.css';
import '../groupement.css';
import '../../parts/desk.css';
import './catalogue.css';

const TONES = { acc: 'ok', ref: 'danger', ret: 'plain', att: 'warn' } as const;

interface Props {
	readonly desk: CatalogueDesk;
	readonly listed: ListedProposal;
}

/** What is proposed, by whom, why. */
function About({ desk, listed }: Props) {
	const { decide } = useText(catalogueTexts);
	const formats = useFormats();
	const { proposal, product, label, pr } = listed;
	const { cv, av, tx, t, st, dec } = proposal;
	const sold = product ?? ({ mode: 'U', emb: 'unite' } as const);
	return (
		<div className="cg-proposal">
			<span className="cg-import-head">
				<b>{label}</b>
				{st === 'att' ? null : <Chip tone={TONES[st]}>{decide.states[st]}</Chip>}
			</span>
			<span>
				<b>{decide.to(priceText(cv.pu, sold, formats), formats.day(String(cv.d)))}</b>
				{av ? <span className="nv-quiet"> {decide.from(formats.money(av.pu))}</span> : null}
			</span>
			{tx ? <em>{decide.quoted(tx)}</em> : null}
			{dec?.motif ? <span>{dec.motif}</span> : null}
			<small className="nv-quiet">
				{decide.by(desk.view.producerName(pr), formats.moment(t, desk.view.now))}
			</small>
		</div>
	);
}

interface RefuseProps extends Props {
	close(): void;
	refuse(motif: string): void;
}

function Refuse({ desk, listed, close, refuse }: RefuseProps) {
	const text = useText(catalogueTexts);
	const { decide } = text;
	const [reason, setReason] = useState('');
	return (
		<div className="cg-form">
			<About desk={desk} listed={listed} />
			<Textarea
				label={decide.reason}
				required
				rows={3}
				maxLength={300}
				value={reason}
				onChange={(event) => setReason(event.currentTarget.value)}
			/>
			<RefusalNote refused={desk.writing.refused} />
			<div className="cg-actions">
				<Button
					color="red"
					disabled={reason.trim() === ''}
					loading={desk.writing.isBusy}
					onClick={() => refuse(reason.trim())}
				>
					{decide.refuseOf(listed.label)}
				</Button>
				<Button variant="default" onClick={close}>
					{text.keep}
				</Button>
			</div>
		</div>
	);
}

function Waiting({ desk }: { readonly desk: CatalogueDesk }) {
	const { decide } = useText(catalogueTexts);
	const [refusing, setRefusing] = useState<ListedProposal>();
	const answer = async ({ pr, proposal, label }: ListedProposal, more: object, said: string) => {
		const input = { right: desk.view.right, gp: desk.view.gp, pr, k: proposal.k, ...more };
		if (await desk.write([{ name: 'CondRepondre', input }], `${said}${label}`))
			setRefusing(undefined);
	};
	const close = () => {
		desk.writing.dismiss();
		setRefusing(undefined);
	};
	return (
		<section className="nv-card cg-panel" aria-labelledby="waiting">
			<h2 id="waiting">{decide.waiting}</h2>
			<p className="nv-quiet">{decide.effect}</p>
			{refusing ? null : <RefusalNote refused={desk.writing.refused} />}
			<ul className="cg-proposals">
				{desk.proposals.waiting.map((listed) => (
					<li key={listed.proposal.k}>
						<About desk={desk} listed={listed} />
						<span className="cg-actions">
							<Button
								aria-label={decide.acceptOf(listed.label)}
								onClick={() => void answer(listed, { sort: 'acc' }, decide.accepted(''))}
							>
								{decide.accept}
							</Button>
							<Button
								variant="default"
								aria-label={decide.refuseOf(listed.label)}
								onClick={() => setRefusing(listed)}
							>
								{decide.refuse}
							</Button>
						</span>
					</li>
				))}
			</ul>
			<Dialog
				opened={refusing !== undefined}
				onClose={close}
				title={decide.reasonTitle(refusing?.label ?? '')}
			>
				{refusing ? (
					<Refuse
						{...{ desk, listed: refusing, close }}
						refuse={(motif) => void answer(refusing, { sort: 'ref', motif }, decide.refused(''))}
					/>
				) : null}
			</Dialog>
		</section>
	);
}

/** R4 at the desk of the groupement: prices that producers propose, to be accepted or refused. */
export default function ProposalsScreen({ role }: ScreenProps) {
	const { decide } = useText(catalogueTexts);
	const desk = useCatalogue(role);
	const { waiting, decided } = desk.proposals;
	return (
		<Page title={decide.title} aside={<DataAge syncedAt={desk.view.calendar.syncedAt} />}>
			<p className="ci-under">
				<ScreenLink to="catalogue">
					<IconArrowLeft size={16} aria-hidden /> {decide.back}
				</ScreenLink>
			</p>
			<WhenReady view={desk.report} retry={desk.report.refresh}>
				{waiting.length === 0 ? (
					<EmptyState icon={IconTags} title={decide.none}>
						{decide.noneWhy}
					</EmptyState>
				) : (
					<Waiting desk={desk} />
				)}
				{decided.length === 0 ? null : (
					<section className="nv-card cg-panel" aria-labelledby="decided">
						<h2 id="decided">{decide.decided}</h2>
						<ul className="cg-proposals">
							{decided.map((listed) => (
								<li key={listed.proposal.k}>
									<About desk={desk} listed={listed} />
								</li>
							))}
						</ul>
					</section>
				)}
			</WhenReady>
		</Page>
	);
}
