import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { authorMark, MAX_PHOTO, photoSchema } from '../../model/index.ts';
import { checkShown, photoEntries, whoShows } from '../photos.ts';
import { admittedRight } from '../rights.ts';

const { vig, l, h } = photoSchema.entries;

/** A photo of a product or of a producer, whose whole picture was sent before; it takes the place of the one before. */
export const photoPoser = defineOperation({
	name: 'PhotoPoser',
	about:
		'Shows a product, or its producer, by a photo: a JPEG sent before as a file, and its thumbnail.',
	input: v.strictObject({
		...photoEntries,
		/** What sending it answered. */
		fichier: v.strictObject({
			fid: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
			size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PHOTO)),
			digest: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
		}),
		...{ vig, l, h },
	}),
	example: {
		...{ right: 'PR/bocage.2', gp: 'bocage', prod: '2.1', vig: '_9j_4AAQ', l: 1_280, h: 960 },
		fichier: {
			...{ fid: 'AAAAAAAAAAAAAAAAAAAAAA', size: 180_000 },
			digest: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
		},
	},
	who: whoShows,
	async handler(context, { right, gp, prod, fichier, ...shown }) {
		const checked = await checkShown(context, gp, prod);
		if (!checked.ok) return checked;
		const par = authorMark(admittedRight(context.account, right).right, context.account.id);
		await context.write('PHOT', { gp, prod }, { ...shown, t: context.now, par });
		await context.attach(
			'PHOT',
			{ gp, prod },
			{ ...fichier, name: 'photo.jpg', type: 'image/jpeg' },
		);
		return ok({ prod });
	},
});
