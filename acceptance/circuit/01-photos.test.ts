/**
 * Point 1: photos of products through the public interface of a real server: sent, shown by its
 * producer or groupement, read by whoever deals with them, replaced, taken away.
 */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { Photo } from '@navette/circuit/model';
import { CHICKEN, ORANGES } from '../../packages/circuit/src/server/testing/scenario.ts';
import { type Circuit, withCircuit } from '../first-light/support/circuit-server.ts';
import { accepted, bounded, refusedAs } from './support/asks.ts';

type Name = Parameters<Circuit['as']>[0];
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
/** A thumbnail that can be told from others. */
const thumbnail = (word: string): string =>
	Buffer.concat([JPEG, Buffer.from(word)]).toString('base64url');
const pictureOf = (size: number) => Buffer.concat([JPEG, randomBytes(size - JPEG.length)]);

const filesOf = (circuit: Circuit, name: Name) => {
	const post = (path: string, body: BodyInit, type: string) =>
		fetch(`${circuit.url}/api/circuit/files/${path}`, {
			method: 'POST',
			headers: { authorization: `Bearer token-of-${name}-0123456789`, 'content-type': type },
			body,
		});
	const json = (path: string, body: object) => post(path, JSON.stringify(body), 'application/json');
	return {
		/** Sends a picture for a product. */
		async send(prod: string, bytes: Buffer) {
			const digest = createHash('sha256').update(bytes).digest('base64url');
			const about = { size: bytes.length, digest };
			const key = { gp: 'bocage', prod };
			const asked = await json('preload', { type: 'PHOT', key, ...about, way: 'whole' });
			const { fid } = (await asked.json()) as { fid: string };
			const sent = await post(`${fid}/content`, new Uint8Array(bytes), 'application/octet-stream');
			assert.ok(sent.ok, await sent.text());
			return { fid, ...about };
		},
		async read(id: string, fid: string) {
			const answer = await json('read', { type: 'PHOT', id, fid });
			return answer.ok ? Buffer.from(await answer.arrayBuffer()) : answer.status;
		},
	};
};

test(
	'1. a photo of a product: sent, shown to who deals with the groupement, replaced, taken away',
	bounded,
	withCircuit(async (circuit) => {
		const place = (name: Name, prod: string, word: string, fichier: object, more: object = {}) => {
			const shown = { vig: thumbnail(word), l: 1_280, h: 960, ...more };
			return circuit.as(name).call('PhotoPoser', { gp: 'bocage', prod, fichier, ...shown });
		};
		const seenBy = async (name: Name) => {
			const thread = await circuit.as(name).open('PHGP/bocage');
			if (!thread) return undefined;
			const { documents } = await circuit.as(name).pull('PHGP/bocage');
			return documents.flatMap(({ id, data, deleted }) =>
				deleted === undefined ? [[id, (data as Photo).vig]] : [],
			);
		};
		const [first, second] = [pictureOf(40_000), pictureOf(50_000)];
		const sent = await filesOf(circuit, 'poultry').send(CHICKEN, first);
		refusedAs(await place('citrus', CHICKEN, 'x', sent), 'E-DROIT');
		refusedAs(await place('adele', CHICKEN, 'x', sent), 'E-DROIT');
		refusedAs(await place('poultry', ORANGES, 'x', sent), 'E-DROIT');
		const stolen = await place('bocage', CHICKEN, 'x', sent);
		assert.equal(stolen.error?.code, 'E-FILE', 'sent by somebody else');
		refusedAs(await place('poultry', '1.999', 'x', sent), 'E-PROD');
		const noPicture = Buffer.from('<svg onload="alert(1)">').toString('base64url');
		const scripted = await place('poultry', CHICKEN, 'x', sent, { vig: noPicture });
		assert.equal(scripted.error?.code, 'E-INPUT', 'a thumbnail is a JPEG');
		accepted(await place('poultry', CHICKEN, 'one', sent));

		const id = `bocage.${CHICKEN}`;
		for (const name of ['adele', 'animator', 'bocage', 'citrus'] as const)
			assert.deepEqual(
				(await seenBy(name))?.map(([, vig]) => vig),
				[thumbnail('one')],
				name,
			);
		assert.equal(await seenBy('far'), undefined, 'a group without a link');
		const named = (await seenBy('adele'))?.[0]?.[0] ?? id;
		assert.deepEqual(await filesOf(circuit, 'adele').read(named, sent.fid), first);
		assert.equal(await filesOf(circuit, 'far').read(named, sent.fid), 404);

		const other = await filesOf(circuit, 'bocage').send(CHICKEN, second);
		accepted(await place('bocage', CHICKEN, 'two', other));
		assert.deepEqual(
			(await seenBy('adele'))?.map(([, vig]) => vig),
			[thumbnail('two')],
		);
		assert.equal(await filesOf(circuit, 'adele').read(named, sent.fid), 404, 'replaced');
		assert.deepEqual(await filesOf(circuit, 'adele').read(named, other.fid), second);

		const portrait = await filesOf(circuit, 'poultry').send('1', first);
		refusedAs(await place('citrus', '1', 'x', portrait), 'E-DROIT');
		accepted(await place('poultry', '1', 'farm', portrait));
		refusedAs(
			await place('bocage', '99', 'x', await filesOf(circuit, 'bocage').send('99', first)),
			'E-PROD',
		);
		const faces = (await seenBy('adele'))?.filter(([one]) => one?.endsWith('.1')) ?? [];
		assert.ok(
			faces.some(([, vig]) => vig === thumbnail('farm')),
			'on the card of the producer',
		);
		assert.equal(await seenBy('far'), undefined);
		accepted(await circuit.as('bocage').call('PhotoOter', { gp: 'bocage', prod: '1' }));

		const take = (name: Name) =>
			circuit.as(name).call('PhotoOter', { gp: 'bocage', prod: CHICKEN });
		refusedAs(await take('citrus'), 'E-DROIT');
		accepted(await take('poultry'));
		assert.deepEqual(await seenBy('adele'), []);
		assert.equal(await filesOf(circuit, 'adele').read(named, other.fid), 404, 'gone');
	}),
);
