import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStrip } from './use-strip.ts';

interface Props {
	readonly label: string;
	/** the tab that is open */
	readonly open: string;
	readonly children: ReactNode;
}

/** Tabs on one line, whatever the width: the line scrolls, fades where more is hidden, shows the open one. */
export function TabStrip({ label, open, children }: Props) {
	const strip = useStrip<HTMLDivElement>(open);
	return (
		<Tabs.List ref={strip} aria-label={label} className="ci-tabs ci-strip">
			{children}
		</Tabs.List>
	);
}
