import { usePreferences } from '../preferences/preferences-context.tsx';

/**
 * The keys of an entry of a menu or of a button, beside its word where there is a keyboard, as few
 * signs as can be: for the eyes, since the help says them to everybody. Nothing when the
 * person turned letters off.
 */
export function KeyHint({ keys }: { readonly keys: string }) {
	const [{ letterKeys }] = usePreferences();
	const [first, second] = keys.split(' ');
	if (!letterKeys) return null;
	return (
		<span className="nv-keys nv-hint" aria-hidden>
			<kbd>{first}</kbd>
			{second === undefined ? null : <kbd>{second}</kbd>}
		</span>
	);
}
