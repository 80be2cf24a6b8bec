import { Button } from '@mantine/core';
import { useAnnounce, useFormats, useObservable, useText } from '@navette/ui';
import { useEffect, useState } from 'react';
import { useApp } from './app-context.ts';
import { appTexts } from './texts.ts';

/** What the person is told when the clock of a server is not that of this device, and what follows. */
export function ClockBanner() {
	const text = useText(appTexts);
	const formats = useFormats();
	const { holding, own } = useApp();
	const gaps = useObservable(holding.sessions.clockGaps);
	const known = useObservable(own.known);
	const directoryGap = useObservable(known?.session.clockGap) ?? 0;
	const [opened, setOpened] = useState(false);
	const [gap] = [...gaps.values(), directoryGap].filter((one) => one !== 0);
	const here = Date.now();
	const sentence = gap && text.clock.differ(formats.dateTime(here), formats.dateTime(here + gap));
	const announce = useAnnounce();
	useEffect(() => {
		if (sentence) announce(sentence);
	}, [sentence, announce]);
	if (!sentence) return null;
	return (
		<section className="nv-banner" aria-label={text.clock.title}>
			<span>{sentence}</span>
			<Button variant="default" aria-expanded={opened} onClick={() => setOpened(!opened)}>
				{text.clock.follows}
			</Button>
			{opened ? (
				<ul className="nv-banner-more">
					{[text.clock.set, text.clock.dated, text.clock.lies, text.clock.purpose].map((line) => (
						<li key={line}>{line}</li>
					))}
				</ul>
			) : null}
		</section>
	);
}
