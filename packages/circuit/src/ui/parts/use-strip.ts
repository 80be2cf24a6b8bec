import { type RefObject, useEffect, useRef } from 'react';
import './strip.css';

/** What of a strip is beyond its edges: nothing, its start, its end, or both. */
const beyondEdges = (strip: HTMLElement): string => {
	// Half a pixel is a rounding, not something hidden.
	const start = strip.scrollLeft > 1 ? ['start'] : [];
	const end = strip.scrollLeft + strip.clientWidth < strip.scrollWidth - 1 ? ['end'] : [];
	return [...start, ...end].join(' ');
};

/**
 * A strip that scrolls sideways (class `ci-strip`): it fades where more is hidden, and what is chosen in
 * it is in sight. `chosen` changes when another part of it is.
 */
export function useStrip<Strip extends HTMLElement>(chosen: unknown): RefObject<Strip | null> {
	const strip = useRef<Strip>(null);
	useEffect(() => {
		const { current } = strip;
		if (!current) return undefined;
		const tell = () => {
			current.dataset.more = beyondEdges(current);
		};
		const watch = new ResizeObserver(tell);
		watch.observe(current);
		current.addEventListener('scroll', tell, { passive: true });
		return () => {
			watch.disconnect();
			current.removeEventListener('scroll', tell);
		};
	});
	useEffect(() => {
		const { current } = strip;
		const here = current?.querySelector<HTMLElement>('[aria-selected="true"], [aria-current]');
		// Only the strip moves: the page stays where it is.
		if (current && here && chosen !== undefined)
			current.scrollLeft = here.offsetLeft - (current.clientWidth - here.clientWidth) / 2;
	}, [chosen]);
	return strip;
}
