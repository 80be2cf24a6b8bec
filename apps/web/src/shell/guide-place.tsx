import { Anchor } from '@mantine/core';
import { type RoleView, useActions, useText } from '@navette/ui';
import { Suspense, useState } from 'react';
import { guides } from '../screens.ts';
import { appTexts } from './texts.ts';

interface Props {
	readonly role: RoleView;
	/** on the first page of the role, the tour is offered below what is there */
	readonly isHome: boolean;
}

/** The guided tour of a role: in the palette from everywhere, offered on the first page. */
export function GuidePlace({ role, isHome }: Props) {
	const text = useText(appTexts);
	const [isOn, setOn] = useState(false);
	const Guide = guides[role.usage];
	useActions(
		Guide ? [{ id: 'guide', label: text.guide, group: text.goto, run: () => setOn(true) }] : [],
	);
	if (!Guide) return null;
	if (isOn)
		return (
			<Suspense fallback={null}>
				<Guide role={role} onEnd={() => setOn(false)} />
			</Suspense>
		);
	return isHome ? (
		<p className="nv-quiet nv-guide-offer">
			{text.guideWhy}{' '}
			<Anchor component="button" type="button" onClick={() => setOn(true)}>
				{text.guide}
			</Anchor>
		</p>
	) : null;
}
