import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
	readonly tone?: 'info' | 'warn' | 'danger';
	readonly children: ReactNode;
}

/** What a person must read before going on. */
export function Notice({ tone = 'warn', children }: Props) {
	const Icon = tone === 'info' ? IconInfoCircle : IconAlertTriangle;
	return (
		<p className="nv-own-notice" data-tone={tone} role={tone === 'info' ? 'status' : 'alert'}>
			<Icon size={22} aria-hidden />
			<span>{children}</span>
		</p>
	);
}
