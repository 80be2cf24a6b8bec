import { Button } from '@mantine/core';
import { EmptyState, ScreenLink, type ScreenProps, useFormats, useText } from '@navette/ui';
import { IconCircleCheck } from '@tabler/icons-react';
import { toolPath } from '../../../client/index.ts';
import { OfflineNote } from '../../parts/offline-note.tsx';
import { whenText } from '../../parts/when-text.ts';
import { DeliveryFrame } from '../delivery/delivery-page.tsx';
import { Participation } from '../participation.tsx';
import { type GroupOrderView, useGroupOrder } from '../use-group-order.ts';
import { ClosingCard } from './closing-entry.tsx';
import { closingTexts } from './closing-texts.ts';
import { useClosing } from './use-closing.ts';
import './closing.css';

const WHY = ['halves', 'high', 'alone'] as const;

function ClosingBody({ view }: { readonly view: GroupOrderView }) {
	const text = useText(closingTexts);
	const formats = useFormats();
	const closing = useClosing(view);
	const { entries } = closing;
	const { gc, gp, livr } = view.scope;
	const at = view.delivery?.tClo ?? view.now;
	const isOpen = view.edition === 'ordered';
	return (
		<>
			<p className="ci-hint">
				{isOpen ? text.closes(whenText(at, view.now, formats)) : text.notOpen}
			</p>
			<OfflineNote />
			{isOpen ? <Participation {...{ gc, gp, livr }} directory={view.directory} /> : null}
			{entries.length === 0 ? (
				<EmptyState
					icon={IconCircleCheck}
					title={text.noneTitle}
					action={
						<Button component={ScreenLink} to={toolPath(gp, livr, 'group-order')}>
							{text.toOrder}
						</Button>
					}
				>
					{text.none}
				</EmptyState>
			) : (
				<p role="status" className="cc-count">
					<b>{text.count(entries.length)}</b>
				</p>
			)}
			{WHY.map((why) => {
				const own = entries.filter((one) => one.why === why);
				return own.length === 0 ? null : (
					<section key={why} className="ct-part" aria-labelledby={`cc-${why}`}>
						<h2 id={`cc-${why}`}>
							{text.why[why]} ({own.length})
						</h2>
						<p className="nv-quiet">{text.about[why]}</p>
						<ul className="cc-entries">
							{own.map((entry) => (
								<ClosingCard key={entry.code} {...{ view, closing, entry }} />
							))}
						</ul>
					</section>
				);
			})}
		</>
	);
}

/** A4: what to look at before the orders of the group close, each settled in one tap. */
export default function ClosingScreen({ role, params }: ScreenProps) {
	const text = useText(closingTexts);
	const view = useGroupOrder(role, params.gp ?? '', params.livr ?? '');
	return (
		<DeliveryFrame view={view} title={text.title} current="check">
			<ClosingBody view={view} />
		</DeliveryFrame>
	);
}
