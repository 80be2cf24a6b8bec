/** What a server alone can do to sealed objects. */
import { bytesToHex } from '@navette/core';
import { type Attack, type Stage, UNMOUNTED } from '../attack.ts';
import { flipped } from '../tamper.ts';
import { deceiveAboutObjects, honestly, lastBlobs } from '../victim.ts';

import { someMember } from './some-member.ts';

const changeBlobs =
	(change: (blobs: Map<string, Uint8Array>, stage: Stage) => boolean) => async (stage: Stage) => {
		const served = honestly(stage.history);
		const blobs = new Map(served.blobs);
		if (!change(blobs, stage)) return UNMOUNTED;
		return deceiveAboutObjects(stage.lib, stage.history, { ...served, blobs }, someMember(stage));
	};

const pickBlob = ({ history, dice }: Stage) => {
	const all = lastBlobs(history);
	return all.length === 0 ? undefined : dice.oneOf(all);
};

const setHeader = (at: number) =>
	changeBlobs((blobs, stage) => {
		const blob = pickBlob(stage);
		if (blob === undefined) return false;
		const bytes = blob.bytes.slice();
		bytes[at] = stage.dice.below(256);
		blobs.set(bytesToHex(blob.object), bytes);
		return true;
	});

export const OBJECT_ATTACKS: readonly Attack[] = [
	{
		row: 'M05',
		name: 'a bit of a sealed object is changed',
		mount: changeBlobs((blobs, stage) => {
			const blob = pickBlob(stage);
			if (blob === undefined) return false;
			blobs.set(bytesToHex(blob.object), flipped(blob.bytes, stage.dice.below(60_000)));
			return true;
		}),
	},
	{ row: 'M06', name: 'the version of an envelope is changed', mount: setHeader(0) },
	{ row: 'M06', name: 'the suite of an envelope is changed', mount: setHeader(1) },
	{
		row: 'M08',
		name: 'two objects are exchanged',
		mount: changeBlobs((blobs) => {
			const [one, two] = [...blobs.keys()];
			if (one === undefined || two === undefined) return false;
			const [first, second] = [blobs.get(one), blobs.get(two)];
			if (first === undefined || second === undefined) return false;
			blobs.set(one, second).set(two, first);
			return true;
		}),
	},
	{
		row: 'M08',
		name: 'an object of another group is given',
		mount: changeBlobs((blobs, { other }) => {
			for (const { object, bytes } of other.blobs) blobs.set(bytesToHex(object), bytes);
			return other.blobs.length > 0;
		}),
	},
	{
		row: 'M12',
		name: 'an older revision of an object is given',
		mount: changeBlobs((blobs, { history }) => {
			const first = [...history.blobs].reverse();
			for (const { object, bytes } of first) blobs.set(bytesToHex(object), bytes);
			return lastBlobs(history).some(({ rev }) => rev > 1);
		}),
	},
];
