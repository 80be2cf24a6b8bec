import type { ReactNode } from 'react';

/** A row of figures; holds `Stat`s. */
export function Stats(props: { children: ReactNode }) {
	return <dl className="nv-stats">{props.children}</dl>;
}

/** One figure with its name, and a word about it. */
export function Stat(props: { name: string; value: ReactNode; about?: ReactNode }) {
	return (
		<div className="nv-stat">
			<dt>{props.name}</dt>
			<dd>
				{props.value}
				{props.about === undefined ? null : <small>{props.about}</small>}
			</dd>
		</div>
	);
}
