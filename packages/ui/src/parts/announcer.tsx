import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<((text: string) => void) | undefined>(undefined);

/** Holds the polite live region of the page. */
export function AnnouncerProvider(props: { children: ReactNode }) {
	const [said, setSaid] = useState({ text: '', turn: 0 });
	const announce = useCallback(
		(text: string) => setSaid((before) => ({ text, turn: before.turn + 1 })),
		[],
	);
	return (
		<AnnounceContext value={announce}>
			{props.children}
			<div className="nv-hidden" role="status" aria-live="polite">
				{/* a new element each time, so that the same words twice are said twice */}
				<span key={said.turn}>{said.text}</span>
			</div>
		</AnnounceContext>
	);
}

/** Says a text to screen readers, politely: "2 crates, 42.00 €". */
export function useAnnounce(): (text: string) => void {
	const announce = useContext(AnnounceContext);
	if (!announce) throw new Error('useAnnounce outside an AnnouncerProvider');
	return announce;
}
