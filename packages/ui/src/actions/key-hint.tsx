import { usePreferences } from '../preferences/preferences-context.tsx';
import { Keys } from './key-words.tsx';

/**
 * The keys of an entry of a menu or of a button, beside its word where there is a keyboard: for the
 * eyes, since the help says them to everybody. Nothing when the person turned letters off.
 */
export function KeyHint({ keys }: { readonly keys: string }) {
	const [{ letterKeys }] = usePreferences();
	if (!letterKeys) return null;
	return (
		<span className="nv-hint" aria-hidden>
			<Keys keys={keys} />
		</span>
	);
}
