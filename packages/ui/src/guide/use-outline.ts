import { useEffect } from 'react';

const MARK = 'data-guided';

const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Outlines the first element that a selector finds, as soon as it is there, and brings it into sight.
 * The mark is an attribute that no component writes, so that drawing again leaves it.
 */
export function useOutline(selector: string | undefined, step: number): void {
	useEffect(() => {
		if (selector === undefined) return;
		let marked: Element | undefined;
		const look = () => {
			if (marked?.isConnected) return;
			marked = document.querySelector(selector) ?? undefined;
			if (!marked) return;
			marked.setAttribute(MARK, String(step));
			marked.scrollIntoView({ block: 'center', behavior: isCalm() ? 'auto' : 'smooth' });
		};
		const watch = new MutationObserver(look);
		watch.observe(document.body, { childList: true, subtree: true });
		look();
		return () => {
			watch.disconnect();
			marked?.removeAttribute(MARK);
		};
	}, [selector, step]);
}
