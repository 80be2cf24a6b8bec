import { useLanguage } from '@navette/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Refused } from './use-write.ts';

/** Why something was not written, beside where it was asked; what was typed stays. */
export function RefusalNote({ refused }: { readonly refused: Refused | undefined }) {
	const language = useLanguage();
	if (!refused) return null;
	return (
		<p className="cg-refusal" role="alert">
			<IconAlertTriangle size={20} aria-hidden />
			<span>{refused.sentence[language]}</span>
		</p>
	);
}
