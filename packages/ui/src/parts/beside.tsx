import { CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../preferences/preferences-context.tsx';
import { partTexts } from './texts.ts';

interface Props {
	readonly title: string;
	readonly children: ReactNode;
	onClose(): void;
}

/** What was chosen in a list, beside it: the list stays in sight and in reach; Esc closes. */
export function Beside({ title, children, onClose }: Props) {
	const text = useText(partTexts);
	const id = useId();
	const panel = useRef<HTMLElement>(null);
	useEffect(() => {
		const before = document.activeElement;
		panel.current?.focus({ preventScroll: true });
		return () => {
			if (before instanceof HTMLElement) before.focus({ preventScroll: true });
		};
	}, []);
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			/* a window over the page has the key first */
			const isCovered = document.querySelector('[role="dialog"]') !== null;
			if (event.key === 'Escape' && !event.defaultPrevented && !isCovered) onClose();
		};
		addEventListener('keydown', press);
		return () => removeEventListener('keydown', press);
	}, [onClose]);
	return (
		<aside ref={panel} className="nv-beside" tabIndex={-1} aria-labelledby={id}>
			<div className="nv-dialog-head">
				<h2 id={id}>{title}</h2>
				<CloseButton aria-label={text.close} size={44} iconSize={22} onClick={onClose} />
			</div>
			{children}
		</aside>
	);
}
