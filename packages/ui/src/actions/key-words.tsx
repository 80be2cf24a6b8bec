import { Fragment } from 'react';
import { useText } from '../preferences/preferences-context.tsx';
import { actionTexts } from './texts.ts';

/** Keys as drawn: `g o` is "g then o", `Ctrl+K` two keys together, `↑|↓` one or the other. */
export function Keys({ keys }: { keys: string }) {
	const text = useText(actionTexts);
	const [word, parts] = keys.includes('|')
		? [text.or, keys.split('|')]
		: [text.next, keys.split(' ')];
	return (
		<span className="nv-keys">
			{parts.map((part, index) => (
				<Fragment key={part}>
					{index === 0 ? null : ` ${word} `}
					{part.split('+').map((key) => (
						<kbd key={key}>{key}</kbd>
					))}
				</Fragment>
			))}
		</span>
	);
}
