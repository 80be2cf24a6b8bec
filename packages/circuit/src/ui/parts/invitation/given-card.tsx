import { InvitationCard } from './invitation-card.tsx';
import { PhraseCard } from './phrase-card.tsx';
import type { Given } from './use-inviting.ts';

/** What was just made for somebody, shown once. */
export function GivenCard({ given, done }: { readonly given: Given; done(): void }) {
	return 'phrase' in given ? (
		<PhraseCard invitation={given} done={done} />
	) : (
		<InvitationCard invitation={given} done={done} />
	);
}
