import { type ReactNode, useEffect } from 'react';

interface PageProps {
	readonly title: string;
	/** right of the title: age of the data, main actions */
	readonly aside?: ReactNode;
	readonly children: ReactNode;
}

/** A screen: its only `h1`, also the title of the window, and its content. */
export function Page({ title, aside, children }: PageProps) {
	useEffect(() => {
		document.title = `${title} · Navette`;
	}, [title]);
	return (
		<div className="nv-page">
			<header className="nv-page-head">
				<h1>{title}</h1>
				{aside}
			</header>
			{children}
		</div>
	);
}

/**
 * Cards in as many columns as fit. Mantine's `SimpleGrid` and `Grid` write inline style sheets,
 * which the browser policy refuses: use this.
 */
export function Columns(props: { children: ReactNode; as?: 'div' | 'ul' }) {
	const Tag = props.as ?? 'div';
	return <Tag className="nv-columns">{props.children}</Tag>;
}
