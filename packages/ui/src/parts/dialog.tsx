import { Drawer, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useText } from '../preferences/preferences-context.tsx';
import { Beside } from './beside.tsx';
import { partTexts } from './texts.ts';

interface DialogProps {
	readonly opened: boolean;
	readonly title: string;
	readonly size?: 'sm' | 'md' | 'lg' | 'xl';
	readonly children: ReactNode;
	onClose(): void;
}

/**
 * A window over the page. Composed by hand because Mantine's own head is a second banner of the
 * page for screen readers.
 */
export function Dialog({ opened, title, size = 'md', children, onClose }: DialogProps) {
	const text = useText(partTexts);
	return (
		<Modal.Root opened={opened} onClose={onClose} size={size} centered lockScroll={false}>
			<Modal.Overlay />
			<Modal.Content>
				<div className="nv-dialog-head">
					<Modal.Title>{title}</Modal.Title>
					<Modal.CloseButton aria-label={text.close} size={44} iconSize={22} />
				</div>
				<Modal.Body>{children}</Modal.Body>
			</Modal.Content>
		</Modal.Root>
	);
}

interface SheetProps extends DialogProps {
	/** `bottom` on phones, `right` beside a table */
	readonly side?: 'bottom' | 'right';
	/** Stands beside its list where the window has the width, and leaves it in reach. */
	readonly beside?: true;
}

/** A panel that slides in from a side of the screen. */
export function Sheet(props: SheetProps) {
	const { opened, title, size, side = 'right', beside, children, onClose } = props;
	const text = useText(partTexts);
	const isWide = useMediaQuery('(min-width: 56em)', false, { getInitialValueInEffect: false });
	if (beside && isWide) return opened ? <Beside {...{ title, children, onClose }} /> : null;
	const extent = size ?? (side === 'bottom' ? 'auto' : 'md');
	return (
		<Drawer.Root
			{...{ opened, onClose }}
			position={side}
			size={extent}
			lockScroll={false}
			radius={side === 'bottom' ? 'lg' : 0}
		>
			<Drawer.Overlay />
			<Drawer.Content>
				<div className="nv-dialog-head">
					<Drawer.Title>{title}</Drawer.Title>
					<Drawer.CloseButton aria-label={text.close} size={44} iconSize={22} />
				</div>
				<Drawer.Body>{children}</Drawer.Body>
			</Drawer.Content>
		</Drawer.Root>
	);
}
