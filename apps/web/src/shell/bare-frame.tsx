import { Layout, useActionDialogs } from '@navette/ui';
import type { ReactNode } from 'react';

const stay = () => undefined;

/** The frame of pages that come before the others: no address leads to them. */
export function BareFrame(props: { children: ReactNode }) {
	const { openHelp } = useActionDialogs();
	return (
		<Layout homeHref="/" goHome={stay} openHelp={openHelp}>
			{props.children}
		</Layout>
	);
}
