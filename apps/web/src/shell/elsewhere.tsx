import { Button } from '@mantine/core';
import { EmptyState, useText } from '@navette/ui';
import { IconAppWindow } from '@tabler/icons-react';
import { BareFrame } from './bare-frame.tsx';
import { appTexts } from './texts.ts';

/** Another tab of this browser works: where it is, and how to go on here. */
export function Elsewhere({ shown, onUseHere }: { shown: string; onUseHere(): void }) {
	const text = useText(appTexts);
	return (
		<BareFrame>
			<div className="nv-own-page">
				<EmptyState
					level={1}
					icon={IconAppWindow}
					title={text.elsewhereTitle}
					action={<Button onClick={onUseHere}>{text.useHere}</Button>}
				>
					{shown === '' ? text.elsewhere : text.elsewhereShows(shown.replace(/ · Navette$/, ''))}
				</EmptyState>
			</div>
		</BareFrame>
	);
}
