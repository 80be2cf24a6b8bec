import * as v from 'valibot';
import { cardSchema, confidentialitySchema, contactSchema } from './card.ts';
import { actorCodeSchema, groupCodeSchema } from './codes.ts';
import { textSchema } from './fields.ts';
import { consumerStatusSchema } from './sheets.ts';

/** RG, general directory; singleton; derived. */
export const generalDirectorySchema = v.strictObject({
	gcs: v.record(groupCodeSchema, cardSchema),
	gps: v.record(groupCodeSchema, cardSchema),
});
export type GeneralDirectory = v.InferOutput<typeof generalDirectorySchema>;

/** RC, consumers' directory of a group; key `gc`; derived, projected for each reader. */
export const consumersDirectorySchema = v.strictObject({
	g: contactSchema,
	cos: v.record(
		actorCodeSchema,
		v.strictObject({
			carte: cardSchema,
			contact: contactSchema,
			conf: confidentialitySchema,
			st: consumerStatusSchema,
		}),
	),
});
export type ConsumersDirectory = v.InferOutput<typeof consumersDirectorySchema>;

/** RP, producers' directory of a groupement; key `gp`; derived, projected for each reader. */
export const producersDirectorySchema = v.strictObject({
	g: contactSchema,
	prs: v.record(
		actorCodeSchema,
		v.strictObject({
			carte: cardSchema,
			contact: contactSchema,
			conf: confidentialitySchema,
			rayons: v.array(textSchema(40)),
		}),
	),
});
export type ProducersDirectory = v.InferOutput<typeof producersDirectorySchema>;
