import { type IconPart, useLanguage, useText } from '@navette/ui';
import { IconBellOff } from '@tabler/icons-react';
import type { NewsFault as Fault } from '../client/index.ts';
import { newsTexts } from './texts.ts';

interface NoteProps {
	readonly title: string;
	readonly children: string;
	readonly icon?: IconPart;
}

/** Why news cannot be had here, and what to do. */
export function NewsNote({ title, children, icon: Icon = IconBellOff }: NoteProps) {
	const lines = children.split('\n');
	return (
		<section className="nv-state">
			<Icon size={40} stroke={1.5} aria-hidden />
			<h2>{title}</h2>
			{lines.length === 1 ? (
				<p className="nv-quiet">{children}</p>
			) : (
				<ol className="news-steps">
					{lines.map((line) => (
						<li key={line}>{line}</li>
					))}
				</ol>
			)}
		</section>
	);
}

/** Why a change was not made. */
export function NewsFaultText({ fault }: { readonly fault: Fault }) {
	const text = useText(newsTexts);
	const language = useLanguage();
	const sentence =
		typeof fault === 'object'
			? fault.sentence[language]
			: `${{ unable: text.unable, denied: text.denied, full: text.full }[fault]}`;
	return (
		<p className="news-fault" role="alert">
			{sentence}
		</p>
	);
}
