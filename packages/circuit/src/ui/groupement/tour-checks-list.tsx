import { useFormats, useText } from '@navette/ui';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TourChecks } from '../../client/index.ts';
import { amountInWords } from '../parts/amount-words.ts';
import { tourTexts } from './texts.ts';
import type { TourView } from './use-tour.ts';

interface Line {
	readonly id: string;
	readonly name: string;
	readonly about: ReactNode;
}

function Check({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
	if (lines.length === 0) return null;
	return (
		<section className="nv-card cg-check">
			<h2>
				{title} <span className="nv-quiet">{lines.length}</span>
			</h2>
			<ul>
				{lines.map(({ id, name, about }) => (
					<li key={id}>
						<span>{name}</span> <span className="nv-quiet">{about}</span>
					</li>
				))}
			</ul>
		</section>
	);
}

/** What to look at before closing: groups and producers without orders, lone products, halves. */
export function TourChecksList({ checks, view }: { checks: TourChecks; view: TourView }) {
	const text = useText(tourTexts);
	const formats = useFormats();
	const { groups, producerName } = view;
	const groupName = (gc: string) => groups.find((one) => one.gc === gc)?.name ?? gc;
	const { silentGroups, odd, lonely, idleProducers } = checks;
	if (silentGroups.length + odd.length + lonely.length + idleProducers.length === 0)
		return (
			<p className="cg-fine">
				<IconCircleCheck aria-hidden /> {text.fine}
			</p>
		);
	return (
		<>
			<p className="nv-quiet ci-hint">{text.noMinimum}</p>
			<div className="cg-checks">
				<Check
					title={text.silent}
					lines={silentGroups.map(({ gc, name }) => ({ id: gc, name, about: text.noOrder }))}
				/>
				<Check
					title={text.odd}
					lines={odd.map((row) => ({
						id: row.code,
						name: row.line.perm.lib,
						about: row.oddGroups.map(groupName).join(', '),
					}))}
				/>
				<Check
					title={text.lonely}
					lines={lonely.map(({ row, gc }) => ({
						id: row.code,
						name: row.line.perm.lib,
						about: `${groupName(gc)}, ${amountInWords(row.total, row.line.perm, formats)}`,
					}))}
				/>
				<Check
					title={text.idle}
					lines={idleProducers.map((pr) => ({ id: pr, name: producerName(pr), about: '' }))}
				/>
			</div>
		</>
	);
}
