import { createHash } from 'node:crypto';
import { bytesToBase64Url, ok } from '@navette/core';
import type { Attachment, Caller, Engine } from '@navette/engine';
import type { Key } from '@navette/model';
import type { Demonstration, DemonstrationDocument, Photo } from '../model/index.ts';
import { drawings, farms } from './pictures/drawings.ts';
import { jpegOf } from './pictures/jpeg.ts';
import { type Layer, paint } from './pictures/paint.ts';

/** Widths of a picture and of its thumbnail, pixels. */
const [WHOLE, SMALL] = [320, 160];

/** A picture of one product, or of one producer. */
interface Shown {
	readonly key: Key;
	readonly layers: readonly Layer[];
}

const pictured = ({ type, key, data }: DemonstrationDocument): readonly Shown[] => {
	const shown = (prod: string, layers: readonly Layer[] | undefined): readonly Shown[] =>
		layers ? [{ key: { gp: key.gp ?? '', prod }, layers }] : [];
	if (type === 'FPR') return shown(key.pr ?? '', farms[data.carte.nom]);
	return type === 'CATG'
		? Object.entries(data.prods).flatMap(([prod, { lib }]) => shown(prod, drawings[lib]))
		: [];
};

async function* once(bytes: Uint8Array) {
	yield bytes;
}

/** Shows products and a producer of the demonstration by pictures drawn here, sent and attached as those of a person. */
export const placeDemonstrationPhotos = async (
	{
		engine,
		org,
		caller,
	}: { readonly engine: Engine; readonly org: string; readonly caller: Caller },
	written: Demonstration['primary'],
	now: number,
): Promise<void> => {
	const { files } = engine;
	if (!files) return;
	const send = async (key: Key, bytes: Uint8Array): Promise<Attachment> => {
		const digest = bytesToBase64Url(createHash('sha256').update(bytes).digest());
		const about = { size: bytes.length, digest };
		const told = await files.preload(org, caller, { type: 'PHOT', key, way: 'whole', ...about });
		const sent = told.ok ? await files.put(org, caller, told.value.fid, once(bytes)) : told;
		if (!told.ok || !sent.ok) throw new Error('a picture of the demonstration cannot be kept');
		return { ...about, fid: told.value.fid, name: 'photo.jpg', type: 'image/jpeg' };
	};
	for (const { key, layers } of written.flatMap(pictured)) {
		const whole = paint(layers, WHOLE);
		const data: Photo = {
			vig: bytesToBase64Url(jpegOf(paint(layers, SMALL))),
			...{ l: whole.width, h: whole.height, t: now, par: `GP/${key.gp} demonstration` },
		};
		const file = await send(key, jpegOf(whole));
		const outcome = await engine.run({
			...{ org, caller },
			async work(context) {
				await context.write('PHOT', key, data);
				await context.attach('PHOT', key, file);
				return ok(undefined);
			},
		});
		if (!outcome.ok) throw new Error(`a photo cannot be written: ${outcome.error.code}`);
	}
};
