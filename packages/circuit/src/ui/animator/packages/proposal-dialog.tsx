import { Button } from '@mantine/core';
import { Dialog, useFormats, useText } from '@navette/ui';
import type { ReceptionView } from '../reception/use-reception.ts';
import { packagesTexts } from './packages-texts.ts';
import type { PackageDesk } from './use-package-board.ts';

interface Props {
	readonly view: ReceptionView;
	readonly desk: PackageDesk;
	readonly opened: boolean;
	close(): void;
}

/** A sharing of the packages on the shelf, shown before it is applied as one step. */
export function ProposalDialog({ view, desk, opened, close }: Props) {
	const text = useText(packagesTexts);
	const { weight } = useFormats();
	const grams = new Map(desk.board.shelf.map(({ id, g }) => [id, g] as const));
	const byBasket = Map.groupBy(desk.proposal, ({ co }) => co);
	return (
		<Dialog opened={opened} title={text.proposeTitle} onClose={close}>
			<p className="nv-quiet">{text.proposeAbout}</p>
			<ul className="cp-proposal">
				{[...byBasket].map(([co, moves]) => (
					<li key={co}>
						{text.proposeLine(
							view.nameOf(co),
							moves.map(({ id }) => weight(grams.get(id) ?? 0)).join(' + '),
						)}
					</li>
				))}
			</ul>
			<Button
				size="md"
				onClick={() => {
					desk.applyProposal();
					close();
				}}
			>
				{text.apply}
			</Button>
		</Dialog>
	);
}
