import { Button, FileButton } from '@mantine/core';
import { Dialog, useText } from '@navette/ui';
import { IconCamera } from '@tabler/icons-react';
import { RefusalNote } from '../refusal-note.tsx';
import { photoTexts } from './photo-texts.ts';
import { Thumbnail } from './thumbnail.tsx';
import { type PhotoPlace, usePhotoWriting } from './use-photo-writing.ts';
import type { ProductPhoto } from './use-photos.ts';

interface Props extends PhotoPlace {
	readonly photo: ProductPhoto | undefined;
	/** One of many: what a photo is for is said once, above them. */
	readonly isOneOfMany?: boolean;
}

/** Chooses, changes or removes the photo of a product or of a producer: a file, or what a telephone's camera takes. */
export function PhotoField({ photo, isOneOfMany = false, ...product }: Props) {
	const { name, prod } = product;
	const text = useText(photoTexts);
	const { isBusy, isAsking, fault, refused, ...writing } = usePhotoWriting(product);
	const about = prod.includes('.') ? text.about : text.aboutProducer;
	return (
		<div className="ph-field">
			<Thumbnail photo={photo ?? null} name={name} />
			<div>
				<FileButton accept="image/*" onChange={(file) => void writing.choose(file)}>
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
					<Button
						variant="subtle"
						color="red"
						aria-label={text.removeFor(name)}
						onClick={() => void writing.remove(photo)}
					>
						{text.remove}
					</Button>
				)}
				<p className="nv-quiet" role="status">
					{isBusy ? text.busy : photo === undefined && !isOneOfMany ? about : ''}
				</p>
				{fault === undefined ? null : (
					<p className="cg-refusal" role="alert">
						{text.faults[fault]}
					</p>
				)}
				<RefusalNote refused={refused} />
			</div>
			<Dialog opened={isAsking} onClose={writing.keep} title={text.confirmTitle(name)}>
				<div className="cg-form">
					<p>{text.confirmWhy}</p>
					<div className="cg-actions">
						<Button color="red" onClick={() => void writing.confirm()}>
							{text.remove}
						</Button>
						<Button variant="default" onClick={writing.keep}>
							{text.keep}
						</Button>
					</div>
				</div>
			</Dialog>
		</div>
	);
}
