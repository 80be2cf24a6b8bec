import type { ReactNode } from 'react';

/** One subject of the page of a device. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section className="nv-own-card">
			<h2>{title}</h2>
			{children}
		</section>
	);
}
