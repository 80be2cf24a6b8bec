import { bytesToBase64Url, systemRandom } from '@navette/core';
import { useFormats, useText } from '@navette/ui';
import { useMemo } from 'react';
import {
	attributedWrite,
	type Basket,
	packageBoard,
	packageCorrectedWrite,
	packagesAddedWrite,
	packagesMovedWrite,
	proposalFor,
	writtenProduct,
} from '../../../client/index.ts';
import { amountOf, type Package, wantedOf } from '../../../model/index.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { packagesTexts } from './packages-texts.ts';

/** Where a package is, or goes. */
export type PackagePlace = Pick<Package, 'co' | 'st'>;

/** An id that no other device gives, made without network. */
const newPackageId = (): string => bytesToBase64Url(systemRandom.bytes(12));

/** Where every package of a product is, and the ways to weigh and move them. */
export function usePackageBoard(view: ReceptionView, code: string) {
	const text = useText(packagesTexts);
	const { weight } = useFormats();
	const { scope, catalogue, state, nameOf, write } = view;
	const product = writtenProduct(code, catalogue);
	const board = useMemo(
		() => packageBoard(code, state.order?.lignes[code], state.orders),
		[code, state],
	);
	const proposal = useMemo(() => proposalFor(code, board, catalogue), [code, board, catalogue]);

	const placeName = ({ co, st }: PackagePlace): string => {
		if (st === 1) return text.moveMissing;
		if (st === 2) return text.moveBin;
		return co === null ? text.toShelf : nameOf(co);
	};
	const add = (grams: readonly number[], co: string | undefined) => {
		const paq = grams.map((g) => ({ id: newPackageId(), g }));
		write(text.saidAdded(paq.length, product.label), packagesAddedWrite(scope, product, paq, co));
	};
	const move = ({ id, g, co, st }: Package, to: PackagePlace) =>
		write(
			text.saidMoved(weight(g), placeName(to)),
			packagesMovedWrite(scope, product, [{ id, ...to, seen: { co, st } }]),
		);
	const correct = ({ id }: Package, g: number) =>
		write(
			text.saidCorrected(weight(g)),
			packageCorrectedWrite(scope, product, { id, newId: newPackageId(), g }),
		);
	const applyProposal = () =>
		write(
			text.saidApplied(proposal.length),
			packagesMovedWrite(
				scope,
				product,
				proposal.map(({ id, co }) => ({ id, co, st: 0, seen: { co: null, st: 0 } })),
			),
		);
	/** Makes what somebody is attributed what he has in his basket. */
	const attributeHeld = ({ co, packages }: Basket) => {
		const line = state.orders[co]?.lignes[code];
		const seen = line ? amountOf('UP', wantedOf(line)) : null;
		const person = { co, name: nameOf(co) };
		write(
			text.saidLower(person.name, packages.length),
			attributedWrite(scope, person, product, { amount: 2 * packages.length, seen }),
		);
	};
	return { board, proposal, placeName, add, move, correct, applyProposal, attributeHeld };
}

export type PackageDesk = ReturnType<typeof usePackageBoard>;
