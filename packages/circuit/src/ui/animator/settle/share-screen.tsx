import { Button, NativeSelect } from '@mantine/core';
import { EmptyState, ScreenLink, type ScreenProps, Stat, Stats, useText } from '@navette/ui';
import { IconPackages, IconTruckLoading } from '@tabler/icons-react';
import { useState } from 'react';
import { type OfferedLine, toolPath } from '../../../client/index.ts';
import type { Remainder } from '../../../model/index.ts';
import { DeliveryPage } from '../delivery/delivery-page.tsx';
import { deliveryTexts } from '../delivery/delivery-texts.ts';
import { type ReceptionView, useReception } from '../reception/use-reception.ts';
import { settleTexts } from './settle-texts.ts';
import { SharePeople } from './share-people.tsx';
import { type Share, useShare } from './use-share.ts';
import '../unloading/unloading.css';
import './settle.css';

const REMAINDERS = ['laisser', 'frustres', 'groupe'] as const satisfies Remainder[];

/** What was received, what is wanted, what is given and left: said again after each key. */
function Totals({ share }: { readonly share: Share }) {
	const text = useText(settleTexts);
	const { board, short } = share;
	const { received = 0, wanted, given, left } = board;
	const leftName = left < 0 ? text.over : text.left;
	return (
		<section className="cs-totals" data-left={left !== 0 || undefined}>
			<Stats>
				<Stat name={text.received} value={short(received)} />
				<Stat name={text.wanted} value={short(wanted)} />
				<Stat name={text.given} value={short(given)} />
				<Stat name={leftName} value={short(Math.abs(left))} />
			</Stats>
			<p className="nv-hidden" role="status">
				{text.totals(short(given), `${leftName} ${short(Math.abs(left))}`)}
			</p>
		</section>
	);
}

/** The strategies, each in one gesture. */
function Strategies({ share }: { readonly share: Share }) {
	const text = useText(settleTexts);
	const [remainder, setRemainder] = useState<Remainder>('laisser');
	const { received = 0, wanted } = share.board;
	return (
		<section className="nv-card cs-how" aria-labelledby="cs-how">
			<h2 id="cs-how">{text.how}</h2>
			{received > wanted ? (
				<NativeSelect
					label={text.remainder}
					value={remainder}
					data={REMAINDERS.map((value) => ({ value, label: text.remainders[value] }))}
					onChange={(event) => {
						const next = REMAINDERS.find((one) => one === event.currentTarget.value);
						setRemainder(next ?? 'laisser');
					}}
				/>
			) : null}
			<div className="cs-strategies">
				{(['rata', 'premier'] as const).map((one) => (
					<div key={one}>
						<Button size="md" onClick={() => share.share(one, remainder)}>
							{text[one]}
						</Button>
						<small>{text[`${one}About`]}</small>
					</div>
				))}
			</div>
		</section>
	);
}

function ShareBody({ view, line, code }: { view: ReceptionView; line: OfferedLine; code: string }) {
	const text = useText(settleTexts);
	const { gp, livr } = view.scope;
	const share = useShare(view, code);
	const product = `?product=${encodeURIComponent(code)}`;
	if (line.perm.mode === 'UP')
		return (
			<EmptyState
				icon={IconPackages}
				title={text.tools.packages}
				action={
					<Button component={ScreenLink} to={toolPath(gp, livr, 'packages') + product}>
						{text.tools.packages}
					</Button>
				}
			>
				{text.pieces}
			</EmptyState>
		);
	const declare = (
		<Button
			component={ScreenLink}
			variant="default"
			leftSection={<IconTruckLoading size={20} aria-hidden />}
			to={toolPath(gp, livr, 'unloading') + product}
		>
			{text.declare}
		</Button>
	);
	return (
		<div className="cu-body">
			<Totals share={share} />
			{share.board.received === undefined ? (
				<div className="ct-actions">
					<span>{text.notReceived}</span> {declare}
				</div>
			) : view.mayReceive ? (
				<Strategies share={share} />
			) : null}
			<section className="nv-card cs-hand" aria-labelledby="cs-hand">
				<h2 id="cs-hand">{text.byHand}</h2>
				<SharePeople {...{ view, share, line }} />
			</section>
		</div>
	);
}

/** What was received of a product, shared by a strategy or by hand. */
export default function ShareScreen({ role, params }: ScreenProps) {
	const text = useText(settleTexts);
	const shared = useText(deliveryTexts);
	const { gp = '', livr = '', prod = '' } = params;
	const view = useReception(role, gp, livr, shared.itself);
	const line = view.catalogue.lignes[prod];
	return (
		<DeliveryPage view={view} title={text.shareTitle(line?.perm.lib ?? prod)} current="settle">
			{line ? (
				<ShareBody key={prod} view={view} line={line} code={prod} />
			) : (
				<EmptyState title={text.notReceived} />
			)}
		</DeliveryPage>
	);
}
