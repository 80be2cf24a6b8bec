import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What a person must read before going on. */
export function Warning(props: { tone?: 'warn' | 'danger'; children: ReactNode }) {
	return (
		<p className="nv-own-notice" data-tone={props.tone ?? 'warn'} role="alert">
			<IconAlertTriangle size={22} aria-hidden />
			<span>{props.children}</span>
		</p>
	);
}
