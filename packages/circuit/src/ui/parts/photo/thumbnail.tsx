import { base64UrlToBytes } from '@navette/core';
import { IconPhoto } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import './photo.css';

/** An address of this page for a thumbnail that a document holds; let go with what shows it. */
function useObjectUrl(thumbnail: string | undefined): string | undefined {
	const [url, setUrl] = useState<string>();
	useEffect(() => {
		const bytes = thumbnail === undefined ? undefined : base64UrlToBytes(thumbnail);
		if (!bytes) return setUrl(undefined);
		const made = URL.createObjectURL(new Blob([bytes.slice()], { type: 'image/jpeg' }));
		setUrl(made);
		return () => URL.revokeObjectURL(made);
	}, [thumbnail]);
	return url;
}

/** The thumbnail of a product, or a quiet frame of the same size, so that cards stay aligned. */
export function Thumbnail(props: { readonly vig: string | undefined; readonly label: string }) {
	const url = useObjectUrl(props.vig);
	return (
		<span className="ph-frame">
			{url === undefined ? (
				<IconPhoto size={22} aria-hidden />
			) : (
				<img src={url} alt={props.label} decoding="async" draggable={false} />
			)}
		</span>
	);
}
