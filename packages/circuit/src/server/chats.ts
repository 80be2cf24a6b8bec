import { type Failure, ok, type Result } from '@navette/core';
import type { DocumentSource, OperationContext } from '@navette/engine';
import type { Key } from '@navette/model';
import * as v from 'valibot';
import {
	areLinked,
	authorMark,
	type Chat,
	type ChatActor,
	type ChatName,
	type ChatWritten,
	chatCode,
	deliveryCodeSchema,
	GROUP_ITSELF,
	groupCodeSchema,
	type Holder,
	isAdmitted,
	mayWrite,
	phaseForGroup,
	phaseOf,
} from '../model/index.ts';
import { readAccessFacts } from './access-facts.ts';
import { readOne } from './documents.ts';
import { refuse, toOutcome } from './failures.ts';
import { rightSchema } from './inputs.ts';
import { admittedRight } from './rights.ts';

const gp = groupCodeSchema;
const gc = groupCodeSchema;
const livr = deliveryCodeSchema;

/** Which chat: each has its own key. */
export const chatSchema = v.variant('type', [
	v.strictObject({ type: v.literal('CHL'), gp, livr }),
	v.strictObject({ type: v.literal('CHD'), gp, livr, gc }),
	v.strictObject({ type: v.literal('CHCO'), gc }),
	v.strictObject({ type: v.literal('CHPR'), gp }),
]);
export type ChatPlace = v.InferOutput<typeof chatSchema>;

/** A chat, and the right under which it is read or written. */
export const chatEntries = { right: rightSchema, chat: chatSchema };

export const keyOfChat = ({ type: _type, ...key }: ChatPlace): Key => key;

/** Somebody who speaks for a group, a groupement, a producer or himself. */
type Speaker = Exclude<Holder, { role: 'ADM' }>;

/** Whether the chat is of one's own house, or of one that does business with it. */
const isConcerned = async (
	source: DocumentSource,
	holder: Speaker,
	key: Readonly<Record<string, string>>,
	account: OperationContext['account'],
	type: ChatName,
): Promise<Result<void, Failure>> => {
	const facts = await readAccessFacts(source, account, { type, key });
	if (!isAdmitted(facts, holder)) return refuse('E-BLOQUE');
	if ('gc' in holder) {
		if (key.gc !== undefined && key.gc !== holder.gc) return refuse('E-DROIT', { gc: key.gc });
		const isFree = key.gp === undefined || areLinked(facts, holder.gc, key.gp);
		return isFree ? ok(undefined) : refuse('E-LIEN', { gc: holder.gc, gp: key.gp ?? '' });
	}
	if (key.gp !== undefined && key.gp !== holder.gp) return refuse('E-DROIT', { gp: key.gp });
	const isFree = key.gc === undefined || areLinked(facts, key.gc, holder.gp);
	return isFree ? ok(undefined) : refuse('E-LIEN', { gc: key.gc ?? '', gp: holder.gp });
};

/** A chat of a delivery lives with it: `E-LIEN` no such delivery or stop, `E-PHASE`, `E-ARCH`. */
const isOpen = async (
	source: DocumentSource,
	holder: Speaker,
	{ type, ...key }: { readonly type: ChatName; readonly [name: string]: string },
): Promise<Result<void, Failure>> => {
	if (type !== 'CHL' && type !== 'CHD') return ok(undefined);
	const delivery = await readOne(source, 'LIVRG', { gp: key.gp ?? '', livr: key.livr ?? '' });
	if (!delivery) return refuse('E-LIEN', key);
	const group = 'gc' in holder ? holder.gc : key.gc;
	if (group !== undefined && !delivery.pts[group]) return refuse('E-LIEN', { gc: group });
	const { now } = source;
	const phase = group === undefined ? phaseOf(delivery, now) : phaseForGroup(delivery, group, now);
	return toOutcome(mayWrite({ role: holder.role, object: type, phase }));
};

const initialsOf = async (source: DocumentSource, holder: Speaker): Promise<string> => {
	const sheet =
		holder.role === 'CO' && holder.co !== GROUP_ITSELF
			? await readOne(source, 'FCO', holder)
			: holder.role === 'PR'
				? await readOne(source, 'FPR', holder)
				: 'gc' in holder
					? await readOne(source, 'FGC', { gc: holder.gc })
					: await readOne(source, 'FGP', { gp: holder.gp });
	return sheet?.carte.init ?? '??';
};

/** A chat opened by somebody who takes part in it. */
export interface OpenChat {
	readonly chat: Chat;
	readonly actor: ChatActor;
}

/** Opens a chat. Errors: `E-DROIT`, `E-LIEN`, `E-BLOQUE`, `E-PHASE`, `E-ARCH`. */
export const openChat = async (
	context: OperationContext,
	{ right, chat: place }: { readonly right: string; readonly chat: ChatPlace },
): Promise<Result<OpenChat, Failure>> => {
	const used = admittedRight(context.account, right);
	const { holder } = used;
	if (holder.role === 'ADM') return refuse('E-DROIT', { right });
	const key = keyOfChat(place);
	const { type } = place;
	const concerned = await isConcerned(context, holder, key, context.account, type);
	if (!concerned.ok) return concerned;
	const open = await isOpen(context, holder, { ...key, type });
	if (!open.ok) return open;
	const chat = (await readOne(context, type, key)) ?? { n: 0, items: [] };
	const init = await initialsOf(context, holder);
	const aut = { role: holder.role, code: chatCode(holder), init };
	const par = authorMark(used.right, context.account.id);
	return ok({ chat, actor: { aut, par, now: context.now } });
};

/** Key of the documents that hold what left a full chat. */
export const archiveKey = (place: ChatPlace, n: number): Key => {
	const { gp: of = '-', livr: day = '-', gc: group = '-' } = keyOfChat(place);
	return { chat: place.type, gp: of, livr: day, gc: group, n: String(n) };
};

/** Writes a chat; what had to leave it goes to a document of its own. */
export const saveChat = async (
	context: OperationContext,
	place: ChatPlace,
	{ chat, moved }: ChatWritten,
): Promise<void> => {
	await context.write(place.type, keyOfChat(place), chat);
	if (moved.length === 0) return;
	let n = 1;
	while (await readOne(context, 'CHAR', archiveKey(place, n))) n += 1;
	await context.write('CHAR', archiveKey(place, n), { items: moved });
};
