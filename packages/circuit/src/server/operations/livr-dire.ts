import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	authorMark,
	type DeliveryEvent,
	declareEvent,
	groupCodeSchema,
} from '../../model/index.ts';
import { postAutomatic } from '../automatic-items.ts';
import { readOne } from '../documents.ts';
import { refuse, toFailure } from '../failures.ts';
import { initialsOfHolder } from '../initials.ts';
import { deliveryEntries } from '../inputs.ts';
import { admittedRight, type heldRight, type Subject, whoAmong } from '../rights.ts';
import { saveDelivery } from '../save-delivery.ts';
import { otherExpeditions } from '../tour-links.ts';

const input = v.variant('quoi', [
	v.strictObject({ ...deliveryEntries, quoi: v.literal('parti') }),
	v.strictObject({
		...deliveryEntries,
		quoi: v.picklist(['arrive', 'distribue']),
		gc: groupCodeSchema,
	}),
]);
type Input = v.InferOutput<typeof input>;

/** The groupement says that the truck left; the group that it arrived, and that distribution began. */
const who = (account: Parameters<typeof heldRight>[0], asked: Input) => {
	const subject: Subject = asked;
	return whoAmong(asked.quoi === 'parti' ? 'GP' : 'GC')(account, subject);
};

const eventOf = (asked: Input): DeliveryEvent => {
	if (asked.quoi === 'parti') return { event: 'left' };
	return { event: asked.quoi === 'arrive' ? 'arrived' : 'started', gc: asked.gc };
};

/** What happened before the plan said so. */
export const livrDire = defineOperation({
	name: 'LivrDire',
	about: 'Says that the truck left, that it arrived, or that the distribution began: now.',
	input,
	example: { right: 'GP/bocage', gp: 'bocage', livr: '20250614', quoi: 'parti' },
	who,
	async handler(context, asked) {
		const { gp, livr, right } = asked;
		const key = { gp, livr };
		const delivery = await readOne(context, 'LIVRG', key);
		if (!delivery || (asked.quoi !== 'parti' && !delivery.pts[asked.gc])) return refuse('E-LIEN');
		const used = admittedRight(context.account, right);
		const init = await initialsOfHolder(context, gp, used.holder);
		if (!init.ok) return init;
		const facts = { now: context.now, otherExpeditions: await otherExpeditions(context, gp, livr) };
		const author = authorMark(used.right, context.account.id);
		const declared = declareEvent(delivery, eventOf(asked), facts, author);
		if (!declared.ok) return err(toFailure(declared.error));
		await saveDelivery(context, key, declared.value);
		const { champ = '', av = null, ap = null } = declared.value.hist.at(-1) ?? {};
		const event = { code: 'DATE', facts: { champ, av, ap } };
		await postAutomatic(context, 'CHL', key, { used, init: init.value }, [event]);
		return ok({ delivery: declared.value });
	},
});
