import { blobToSource } from '@navette/client';
import { useAnnounce, useSession, useText, useUndo } from '@navette/ui';
import { useState } from 'react';
import { type Refused, useWrite } from '../use-write.ts';
import { photoTexts } from './photo-texts.ts';
import { type PictureFault, type ShrunkPicture, shrinkPicture } from './shrink-picture.ts';
import type { ProductPhoto } from './use-photos.ts';

/** The product, or the producer, whose photo is written, and the right that allows it. */
export interface PhotoPlace {
	readonly right: string;
	readonly gp: string;
	/** `pr.rp`, or `pr`. */
	readonly prod: string;
	/** What it is called. */
	readonly name: string;
}

/** Places and removes the photo of a product; what was removed can be put back, while its whole picture was read before. */
export function usePhotoWriting({ right, gp, prod, name }: PhotoPlace) {
	const text = useText(photoTexts);
	const session = useSession();
	const announce = useAnnounce();
	const offerUndo = useUndo();
	const writing = useWrite();
	const [isBusy, setBusy] = useState(false);
	const [isAsking, setAsking] = useState(false);
	const [fault, setFault] = useState<PictureFault>();
	const [refused, setRefused] = useState<Refused>();
	const begin = () => {
		setFault(undefined);
		setRefused(undefined);
		setBusy(true);
	};
	const place = async ({ blob, thumbnail, width, height }: ShrunkPicture, said: string) => {
		const source = blobToSource(blob);
		const sent = await session.sendFile({ type: 'PHOT', key: { gp, prod }, source });
		if (!sent.ok) return setRefused(sent.error);
		const { fid, size, digest } = sent.value;
		const input = { right, gp, prod, fichier: { fid, size, digest } };
		const shown = { vig: thumbnail, l: width, h: height };
		await writing.run([{ name: 'PhotoPoser', input: { ...input, ...shown } }], said);
	};
	const choose = async (file: File | null) => {
		if (!file || isBusy) return;
		begin();
		const shrunk = await shrinkPicture(file);
		if (shrunk.ok) await place(shrunk.value, text.placed(name));
		else {
			setFault(shrunk.error);
			announce(text.faults[shrunk.error]);
		}
		setBusy(false);
	};
	const takeAway = (said?: string) =>
		writing.run([{ name: 'PhotoOter', input: { right, gp, prod } }], said);
	const remove = async ({ file, vig: thumbnail, width, height }: ProductPhoto) => {
		if (isBusy) return;
		begin();
		const whole = file ? await session.readFile(file) : undefined;
		if (!whole?.ok) setAsking(true);
		else if ((await takeAway()) !== undefined) {
			const blob = new Blob([whole.value.slice()], { type: 'image/jpeg' });
			const again = () => void place({ blob, thumbnail, width, height }, text.putBack(name));
			offerUndo({ message: text.removed(name), undo: again });
		}
		setBusy(false);
	};
	const confirm = async () => {
		setAsking(false);
		await takeAway(text.removed(name));
	};
	return {
		...{ isBusy, isAsking, fault, refused: refused ?? writing.refused },
		...{ choose, remove, confirm },
		keep: () => setAsking(false),
	};
}
