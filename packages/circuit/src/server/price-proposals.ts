import { type Failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import {
	actorCodeSchema,
	authorMark,
	groupCodeSchema,
	type PriceProposals,
	type ProposalFacts,
	textSchema,
} from '../model/index.ts';
import { readOne } from './documents.ts';
import { type OpenCatalogue, openCatalogue } from './general-catalogues.ts';
import { rightSchema } from './inputs.ts';
import { admittedRight } from './rights.ts';

/** The proposals of one producer, and the right under which they are written. */
export const proposalEntries = { right: rightSchema, gp: groupCodeSchema, pr: actorCodeSchema };

/** One of them, by its name. */
export const oneProposalEntries = { ...proposalEntries, k: textSchema(64) };

/** Proposals opened for writing, beside the catalogue they are about. */
export interface OpenProposals extends OpenCatalogue {
	readonly key: { readonly gp: string; readonly pr: string };
	readonly list: PriceProposals | undefined;
	readonly facts: ProposalFacts;
}

/** Opens them. `E-LIEN` without a groupement. */
export const openProposals = async (
	context: OperationContext,
	{ right, gp, pr }: { readonly right: string; readonly gp: string; readonly pr: string },
): Promise<Result<OpenProposals, Failure>> => {
	const opened = await openCatalogue(context, gp);
	if (!opened.ok) return opened;
	const par = authorMark(admittedRight(context.account, right).right, context.account.id);
	const facts = { now: context.now, par, today: opened.value.today };
	const list = await readOne(context, 'PROP', { gp, pr });
	return ok({ ...opened.value, key: { gp, pr }, list, facts });
};
