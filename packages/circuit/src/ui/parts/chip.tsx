import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import './parts.css';

export type ChipTone = 'accent' | 'info' | 'warn' | 'danger' | 'quiet';

interface Props {
	readonly tone: ChipTone;
	readonly icon?: Icon;
	readonly children: ReactNode;
}

/** A short state: a word, a colour and an icon, never the colour alone. */
export function Chip({ tone, icon: Sign, children }: Props) {
	return (
		<span className="ci-chip" data-tone={tone}>
			{Sign && <Sign size="1em" stroke={2} aria-hidden />}
			{children}
		</span>
	);
}
