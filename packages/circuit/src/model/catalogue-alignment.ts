import { err, ok, type Result } from '@navette/core';
import { type AmendmentWrite, amendCatalogue } from './delivery-catalogue.ts';
import { type Failure, failure } from './errors.ts';
import type { CatalogueLine, Conditions, DeliveryCatalogue } from './product.ts';

const sold = ({ dispo, pu, pn, pb, qmax, excl }: Conditions) => ({
	...{ dispo, pu, pn, pb },
	...(qmax === undefined ? {} : { qmax }),
	...(excl === undefined ? {} : { excl }),
});

const added = (line: CatalogueLine): CatalogueLine => ({
	perm: line.perm,
	act: line.act,
	am: true,
	chg: [],
});

/**
 * Takes over the conditions of another catalogue for one product. One that is not there is made
 * unavailable here; one that is not here is added. Errors: those of `amendCatalogue`, `E-PROD`.
 */
export const alignLine = (
	here: DeliveryCatalogue,
	there: Pick<DeliveryCatalogue, 'lignes'>,
	write: Omit<AmendmentWrite, 'change'>,
): Result<DeliveryCatalogue, Failure> => {
	const { code } = write;
	const theirs = there.lignes[code];
	const ours = here.lignes[code];
	if (!ours && !theirs) return err(failure('E-PROD', { code }));
	if (!ours && theirs) return ok({ ...here, lignes: { ...here.lignes, [code]: added(theirs) } });
	const change = theirs ? sold(theirs.act) : ({ dispo: 0 } as const);
	const amended = amendCatalogue(here, { ...write, change });
	if (!amended.ok || !theirs) return amended;
	return ok(withoutAbsent(amended.value, code, theirs.act));
};

/** A limit or an exclusion that the other side does not have goes. */
const withoutAbsent = (
	catalogue: DeliveryCatalogue,
	code: string,
	{ qmax, excl }: Conditions,
): DeliveryCatalogue => {
	const line = catalogue.lignes[code];
	if (!line) return catalogue;
	const { qmax: _qmax, excl: _excl, ...act } = line.act;
	const kept = {
		...act,
		...(qmax === undefined ? {} : { qmax }),
		...(excl === undefined ? {} : { excl }),
	};
	return { ...catalogue, lignes: { ...catalogue.lignes, [code]: { ...line, act: kept } } };
};
