import { NativeSelect } from '@mantine/core';
import { usePhraseMaker, useText } from '@navette/ui';
import { invitationTexts } from './invitation-texts.ts';
import type { Way } from './use-inviting.ts';

/** A link, or words to say at the telephone. */
export function WayField({ way, choose }: { readonly way: Way; choose(way: Way): void }) {
	const text = useText(invitationTexts);
	if (!usePhraseMaker()) return null;
	return (
		<NativeSelect
			label={text.way}
			value={way}
			onChange={(event) => choose(event.currentTarget.value === 'phrase' ? 'phrase' : 'link')}
			data={[
				{ value: 'link', label: text.ways.link },
				{ value: 'phrase', label: text.ways.phrase },
			]}
		/>
	);
}
