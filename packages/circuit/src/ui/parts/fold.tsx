import { useMediaQuery } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
	/** What the fold says closed, in one line of a phone. */
	readonly line: ReactNode;
	readonly children: ReactNode;
}

/** What stands above a list: open on a desk, folded to one line on a phone, whose height is the list's. */
export function Fold({ line, children }: Props) {
	const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
	if (isWide) return children;
	return (
		<details className="ci-fold">
			<summary>
				<IconChevronRight size={18} aria-hidden />
				{line}
			</summary>
			<div>{children}</div>
		</details>
	);
}
