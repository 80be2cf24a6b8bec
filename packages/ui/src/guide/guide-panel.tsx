import { Button, CloseButton } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useNavigation } from '../navigation.tsx';
import { useLanguage, useText } from '../preferences/preferences-context.tsx';
import type { GuideStep } from './guide.ts';
import { guideTexts } from './texts.ts';
import { useOutline } from './use-outline.ts';

interface Props {
	readonly steps: readonly GuideStep[];
	/** which one, from 0 */
	readonly at: number;
	onStep(at: number): void;
	onEnd(): void;
}

/** Goes where a step is, once, when it becomes the current one. */
function useThere(path: string | undefined, at: number): void {
	const { go, path: here } = useNavigation();
	const gone = useRef(-1);
	useEffect(() => {
		if (gone.current === at) return;
		gone.current = at;
		if (path !== undefined && path !== here) go(path);
	}, [path, at, here, go]);
}

/** Each step has a heading of its own: reading goes on there. */
const focusOn = (heading: HTMLHeadingElement | null) => heading?.focus({ preventScroll: true });

/** A tour beside the real screens: it says one thing, shows it, and leaves everything usable. */
export function GuidePanel({ steps, at, onStep, onEnd }: Props) {
	const text = useText(guideTexts);
	const language = useLanguage();
	const step = steps[at];
	useThere(step?.path, at);
	useOutline(step?.target, at);
	if (!step) return null;
	const isLast = at === steps.length - 1;
	const onKey = (event: KeyboardEvent) => {
		if (event.key === 'Escape') onEnd();
	};
	return (
		<section className="nv-guide" aria-label={text.guide} onKeyDown={onKey}>
			<div className="nv-guide-head">
				<p className="nv-quiet">{text.step(at + 1, steps.length)}</p>
				<CloseButton aria-label={text.stop} onClick={onEnd} size={44} />
			</div>
			<h2 key={at} tabIndex={-1} ref={focusOn}>
				{step.title[language]}
			</h2>
			<p>{step.text[language]}</p>
			<div className="nv-guide-foot">
				{at > 0 ? (
					<Button variant="default" onClick={() => onStep(at - 1)}>
						{text.back}
					</Button>
				) : null}
				<Button onClick={() => (isLast ? onEnd() : onStep(at + 1))}>
					{isLast ? text.end : text.next}
				</Button>
			</div>
		</section>
	);
}
