import { Button, FileButton } from '@mantine/core';
import { blobToSource } from '@navette/client';
import { useAnnounce, useSession, useText } from '@navette/ui';
import { IconCamera } from '@tabler/icons-react';
import { useState } from 'react';
import { RefusalNote } from '../refusal-note.tsx';
import { type Refused, useWrite } from '../use-write.ts';
import { photoTexts } from './photo-texts.ts';
import { type PictureFault, shrinkPicture } from './shrink-picture.ts';
import { Thumbnail } from './thumbnail.tsx';
import type { ProductPhoto } from './use-photos.ts';

interface Props {
	readonly right: string;
	readonly gp: string;
	readonly prod: string;
	/** What the product is called. */
	readonly name: string;
	readonly photo: ProductPhoto | undefined;
}

/** Chooses, changes or removes the photo of a product: a file, or what a telephone's camera takes. */
export function PhotoField({ right, gp, prod, name, photo }: Props) {
	const text = useText(photoTexts);
	const session = useSession();
	const announce = useAnnounce();
	const writing = useWrite();
	const [isBusy, setBusy] = useState(false);
	const [fault, setFault] = useState<PictureFault>();
	const [refused, setRefused] = useState<Refused>();
	const place = async (file: File) => {
		const shrunk = await shrinkPicture(file);
		if (!shrunk.ok) {
			setFault(shrunk.error);
			return announce(text.faults[shrunk.error]);
		}
		const { blob, thumbnail, width, height } = shrunk.value;
		const source = blobToSource(blob);
		const sent = await session.sendFile({ type: 'PHOT', key: { gp, prod }, source });
		if (!sent.ok) return setRefused(sent.error);
		const { fid, size, digest } = sent.value;
		const input = { right, gp, prod, fichier: { fid, size, digest } };
		const shown = { vig: thumbnail, l: width, h: height };
		await writing.run([{ name: 'PhotoPoser', input: { ...input, ...shown } }], text.placed(name));
	};
	const choose = async (file: File | null) => {
		if (!file || isBusy) return;
		setFault(undefined);
		setRefused(undefined);
		setBusy(true);
		await place(file);
		setBusy(false);
	};
	const remove = () =>
		void writing.run([{ name: 'PhotoOter', input: { right, gp, prod } }], text.removed(name));
	return (
		<div className="ph-field">
			<Thumbnail photo={photo ?? null} name={name} />
			<div>
				<FileButton accept="image/*" onChange={(file) => void choose(file)}>
					{(props) => (
						<Button
							{...props}
							variant="subtle"
							loading={isBusy}
							leftSection={<IconCamera size={18} aria-hidden />}
							aria-label={photo === undefined ? text.addFor(name) : text.changeFor(name)}
						>
							{photo === undefined ? text.add : text.change}
						</Button>
					)}
				</FileButton>
				{photo === undefined ? null : (
					<Button variant="subtle" color="red" aria-label={text.removeFor(name)} onClick={remove}>
						{text.remove}
					</Button>
				)}
				<p className="nv-quiet" role="status">
					{isBusy ? text.sending : photo === undefined ? text.about : ''}
				</p>
				{fault === undefined ? null : (
					<p className="cg-refusal" role="alert">
						{text.faults[fault]}
					</p>
				)}
				<RefusalNote refused={refused ?? writing.refused} />
			</div>
		</div>
	);
}
