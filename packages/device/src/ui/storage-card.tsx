import { Button } from '@mantine/core';
import { useText } from '@navette/ui';
import { useEffect, useState } from 'react';
import type { DeviceScreenProps } from './device-screen.tsx';
import { deviceTexts } from './texts.ts';
import { Warning } from './warning.tsx';

/** What is used of the browser's storage. */
export interface Room {
	/** in words: `3 MB` */
	readonly used: string;
	/** the browser promised not to make room by itself */
	readonly persisted: boolean;
}

/** How much is kept, and whether the browser promised to keep it: asked with its reason, on a click. */
export function StorageCard({ room, askToKeep }: DeviceScreenProps) {
	const text = useText(deviceTexts);
	const [found, setFound] = useState<Room>();
	const [refused, setRefused] = useState(false);
	useEffect(() => {
		let isWanted = true;
		void room().then((one) => isWanted && setFound(one));
		return () => {
			isWanted = false;
		};
	}, [room]);
	const ask = async () => {
		setRefused(!(await askToKeep()));
		setFound(await room());
	};
	return (
		<section className="nv-own-card">
			<h2>{text.storage}</h2>
			{found === undefined ? null : (
				<>
					<p>{text.storageUsed(found.used)}</p>
					<p className="nv-quiet">{found.persisted ? text.persisted : text.notPersisted}</p>
					{refused ? <Warning>{text.refusedPersist}</Warning> : null}
					{found.persisted ? null : (
						<Button variant="default" onClick={() => void ask()}>
							{text.askPersist}
						</Button>
					)}
				</>
			)}
		</section>
	);
}
