import { Button, Textarea } from '@mantine/core';
import { LoadingState, Page, useFormats, useText } from '@navette/ui';
import { IconKey, IconUserPlus } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import {
	type DirectoryClientDeps,
	declineOffer,
	type Fault,
	type LookedAtOffer,
	lookAtOffer,
	type SponsorSecret,
} from '../client/index.ts';
import { entryTexts } from './entry-texts.ts';
import { FaultNotice } from './fault-notice.tsx';
import { Notice } from './notice.tsx';
import { Way } from './way.tsx';

/** What an offer says, to whoever knows its secret. */
function useOffer(
	deps: DirectoryClientDeps,
	secret: SponsorSecret,
): readonly [LookedAtOffer | undefined, Fault | undefined, () => void] {
	const [looked, setLooked] = useState<LookedAtOffer>();
	const [fault, setFault] = useState<Fault>();
	const [turn, setTurn] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another turn asks again
	useEffect(() => {
		let isWanted = true;
		void lookAtOffer(deps, secret).then((found) => {
			if (!isWanted) return;
			setFault(found.ok ? undefined : found.error);
			if (found.ok) setLooked(found.value);
		});
		return () => {
			isWanted = false;
		};
	}, [deps, secret, turn]);
	return [looked, fault, () => setTurn((before) => before + 1)];
}

function Card({ welcome, from = '', right, until }: LookedAtOffer) {
	const text = useText(entryTexts);
	const formats = useFormats();
	return (
		<section className="nv-own-sheet" aria-label={text.offerTitle}>
			{welcome === '' ? null : <blockquote>{welcome}</blockquote>}
			<dl>
				<div>
					<dt>{text.offerFrom}</dt>
					<dd>{from === '' ? text.offerSomebody : from}</dd>
				</div>
				{right ? (
					<div>
						<dt>{text.offerOrg}</dt>
						<dd>{right.org}</dd>
					</div>
				) : null}
				<div>
					<dt>{text.offerRight}</dt>
					<dd>{right ? (right.label ?? text.offerSomeRight) : text.offerNoRight}</dd>
				</div>
				<div>
					<dt>{text.offerUntil}</dt>
					<dd>{formats.dateTime(until)}</dd>
				</div>
			</dl>
		</section>
	);
}

interface DeclineProps {
	readonly deps: DirectoryClientDeps;
	readonly secret: SponsorSecret;
	onBack(): void;
	onLeave(): void;
}

/** Declining, with a reason that the sponsor reads. */
export function DeclineStep({ deps, secret, onBack, onLeave }: DeclineProps) {
	const text = useText(entryTexts);
	const [reason, setReason] = useState('');
	const [state, setState] = useState<'busy' | 'done'>();
	const [fault, setFault] = useState<Fault>();
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setState('busy');
		const done = await declineOffer(deps, secret, reason);
		setState(done.ok ? 'done' : undefined);
		setFault(done.ok ? undefined : done.error);
	};
	if (state === 'done')
		return (
			<Page title={text.declineTitle}>
				<Notice tone="info">{text.declined}</Notice>
				<div>
					<Button onClick={onLeave}>{text.leave}</Button>
				</div>
			</Page>
		);
	return (
		<Page title={text.declineTitle}>
			<p className="nv-own-lead">{text.declineLead}</p>
			<FaultNotice fault={fault} />
			<form className="nv-own-form" onSubmit={(event) => void submit(event)}>
				<Textarea
					label={text.reason}
					rows={4}
					maxLength={500}
					value={reason}
					onChange={(event) => setReason(event.currentTarget.value)}
				/>
				<div className="nv-own-actions">
					<Button type="submit" loading={state === 'busy'}>
						{text.declineDo}
					</Button>
					<Button variant="subtle" onClick={onBack}>
						{text.back}
					</Button>
				</div>
			</form>
		</Page>
	);
}

interface OfferProps {
	readonly deps: DirectoryClientDeps;
	readonly secret: SponsorSecret;
	onNew(offered: LookedAtOffer['right']): void;
	onOwn(offered: LookedAtOffer['right']): void;
	onDecline(): void;
	onLeave(): void;
}

/** Who sponsors, for what and until when; then what one makes of it. */
export function OfferStep({ deps, secret, onNew, onOwn, onDecline, onLeave }: OfferProps) {
	const text = useText(entryTexts);
	const [looked, fault, again] = useOffer(deps, secret);
	return (
		<Page title={text.offerTitle}>
			<FaultNotice fault={fault} />
			{looked ? (
				<>
					<Card {...looked} />
					<ul className="nv-own-ways">
						<Way
							icon={IconUserPlus}
							title={text.acceptNew}
							about={text.acceptNewAbout}
							onChoose={() => onNew(looked.right)}
						/>
						<Way
							icon={IconKey}
							title={text.acceptOwn}
							about={text.acceptOwnAbout}
							onChoose={() => onOwn(looked.right)}
						/>
					</ul>
					<div className="nv-own-actions">
						<Button variant="default" onClick={onDecline}>
							{text.decline}
						</Button>
						<Button variant="subtle" onClick={onLeave}>
							{text.later}
						</Button>
					</div>
				</>
			) : fault ? (
				<div className="nv-own-actions">
					{fault.kind === 'offline' ? <Button onClick={again}>{text.again}</Button> : null}
					<Button variant="default" onClick={onLeave}>
						{text.leave}
					</Button>
				</div>
			) : (
				<LoadingState label={text.offerLoading} />
			)}
		</Page>
	);
}
