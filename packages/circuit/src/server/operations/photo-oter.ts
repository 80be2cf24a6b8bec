import { defineOperation, done } from '@navette/server';
import * as v from 'valibot';
import { photoEntries, whoShows } from '../photos.ts';

/** A product, or a producer, without a photo. */
export const photoOter = defineOperation({
	name: 'PhotoOter',
	about:
		'Takes the photo of a product or of a producer away, with its file; nothing happens when there is none.',
	input: v.strictObject(photoEntries),
	example: { right: 'PR/bocage.2', gp: 'bocage', prod: '2.1' },
	who: whoShows,
	async handler(context, { gp, prod }) {
		await context.remove('PHOT', { gp, prod });
		return done;
	},
});
