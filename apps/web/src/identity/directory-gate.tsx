import { Button } from '@mantine/core';
import { EmptyState, LoadingState, useText } from '@navette/ui';
import { IconAddressBook } from '@tabler/icons-react';
import { type ReactNode, Suspense } from 'react';
import type { SiteDirectory } from './find-directory.ts';
import { identityTexts } from './texts.ts';
import { useDirectory } from './use-directory.ts';

interface Props {
	/** away from a place where nothing can be done */
	onLeave(): void;
	children(deps: SiteDirectory): ReactNode;
}

/** What needs the directory, once it is there; why not, otherwise. */
export function DirectoryGate({ onLeave, children }: Props) {
	const text = useText(identityTexts);
	const [found, again] = useDirectory();
	switch (found.kind) {
		case 'asking':
			return <LoadingState />;
		case 'found':
			return <Suspense fallback={<LoadingState />}>{children(found.deps)}</Suspense>;
		case 'fault':
			return (
				<div className="nv-own-page">
					<EmptyState
						level={1}
						icon={IconAddressBook}
						title={text.faultTitles[found.fault]}
						action={
							<div className="app-actions">
								{found.fault === 'offline' ? <Button onClick={again}>{text.again}</Button> : null}
								<Button variant="default" onClick={onLeave}>
									{text.leave}
								</Button>
							</div>
						}
					>
						{text.faults[found.fault]}
					</EmptyState>
				</div>
			);
	}
}
