import { base64UrlToBytes } from '@navette/core';
import { Dialog, useSession, useText } from '@navette/ui';
import { IconPhoto } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { photoTexts } from './photo-texts.ts';
import type { ProductPhoto } from './use-photos.ts';
import './photo.css';

/** An address of this page for a JPEG; let go with what shows it. */
function useObjectUrl(bytes: Uint8Array | undefined): string | undefined {
	const [url, setUrl] = useState<string>();
	useEffect(() => {
		if (!bytes) return setUrl(undefined);
		const made = URL.createObjectURL(new Blob([bytes.slice()], { type: 'image/jpeg' }));
		setUrl(made);
		return () => URL.revokeObjectURL(made);
	}, [bytes]);
	return url;
}

/** The whole picture; its thumbnail, larger, until it comes or where it cannot. */
function WholePhoto({ photo, label }: { readonly photo: ProductPhoto; readonly label: string }) {
	const session = useSession();
	const text = useText(photoTexts);
	const [bytes, setBytes] = useState<Uint8Array>();
	const [isAway, setAway] = useState(false);
	const { file, vig } = photo;
	useEffect(() => {
		let isWanted = true;
		const read = async () => {
			const answer = file ? await session.readFile(file) : undefined;
			if (!isWanted) return;
			setAway(!answer?.ok);
			if (answer?.ok) setBytes(answer.value);
		};
		void read();
		return () => {
			isWanted = false;
		};
	}, [session, file]);
	const small = useMemo(() => base64UrlToBytes(vig), [vig]);
	const url = useObjectUrl(bytes ?? small);
	return (
		<figure className="ph-whole" data-whole={bytes !== undefined || undefined}>
			{url === undefined ? null : <img src={url} alt={label} />}
			<figcaption>
				<span role="status">{isAway ? text.onlySmall : ''}</span>
			</figcaption>
		</figure>
	);
}

interface Props {
	/** null = none, in a frame of the same size. */
	readonly photo: ProductPhoto | null;
	/** What the product is called. */
	readonly name: string;
}

/** The thumbnail of a product, larger on request; or a quiet frame of its size, so that cards stay aligned. */
export function Thumbnail({ photo, name }: Props) {
	const text = useText(photoTexts);
	const [isOpen, setOpen] = useState(false);
	const vig = photo?.vig;
	const bytes = useMemo(() => (vig === undefined ? undefined : base64UrlToBytes(vig)), [vig]);
	const url = useObjectUrl(bytes);
	if (!photo || url === undefined)
		return (
			<span className="ph-frame">
				<IconPhoto size={22} aria-hidden />
			</span>
		);
	return (
		<>
			<button
				type="button"
				className="ph-frame"
				aria-label={text.enlarge(name)}
				onClick={() => setOpen(true)}
			>
				<img src={url} alt={text.of(name)} decoding="async" draggable={false} />
			</button>
			<Dialog opened={isOpen} onClose={() => setOpen(false)} size="xl" title={name}>
				{isOpen ? <WholePhoto photo={photo} label={text.of(name)} /> : null}
			</Dialog>
		</>
	);
}
