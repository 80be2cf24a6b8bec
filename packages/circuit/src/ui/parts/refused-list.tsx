import { Button } from '@mantine/core';
import { useLanguage } from '@navette/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type Sentence = Readonly<Record<'en' | 'fr', string>>;

/** A write that the server did not take. */
interface RefusedWrite {
	readonly id: string;
	readonly label: Sentence;
	readonly error?: { readonly sentence: Sentence } | undefined;
}

interface Props<R extends RefusedWrite> {
	readonly title: string;
	readonly refused: readonly R[];
	/** what else is said of one: the value that is there */
	about?(one: R): string;
	/** what may be done with one, before letting it go */
	keys?(one: R): ReactNode;
	/** words of the key that lets one go */
	readonly dismissal: (one: R) => string;
	dismiss(id: string): void;
}

/** Writes that the server did not take: nothing is lost in silence. */
export function RefusedList<R extends RefusedWrite>(props: Props<R>) {
	const { title, refused, about, keys, dismissal, dismiss } = props;
	const language = useLanguage();
	if (refused.length === 0) return null;
	return (
		<section className="cp-refused" role="alert">
			<h2>
				<IconAlertTriangle size={22} aria-hidden /> {title}
			</h2>
			<ul>
				{refused.map((one) => (
					<li key={one.id}>
						<p>
							<b>{one.label[language]}</b> {one.error?.sentence[language]} {about?.(one)}
						</p>
						{keys?.(one)}{' '}
						<Button size="md" variant="default" onClick={() => dismiss(one.id)}>
							{dismissal(one)}
						</Button>
					</li>
				))}
			</ul>
		</section>
	);
}
