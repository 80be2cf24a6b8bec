import type { ReactNode } from 'react';

interface Props {
	readonly title: string;
	readonly about?: string;
	readonly children: ReactNode;
}

/** One subject of the sheet. */
export function Card({ title, about, children }: Props) {
	return (
		<section className="nv-own-card">
			<h2>{title}</h2>
			{about === undefined ? null : <p className="nv-quiet">{about}</p>}
			{children}
		</section>
	);
}
