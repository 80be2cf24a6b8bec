import { Chip, LoadingState, Page, useText } from '@navette/ui';
import { type Access, nameOf } from '../access/access.ts';
import { IdentityCard } from '../identity/identity-card.tsx';
import { useApp } from '../shell/app-context.ts';
import { PlainFrame } from '../shell/plain-frame.tsx';
import { appTexts } from '../shell/texts.ts';
import { useAccesses } from '../shell/use-accesses.ts';
import { EntryForm } from './entry-form.tsx';
import { OrgCard } from './org-card.tsx';
import { PhraseForm } from './phrase-form.tsx';
import { Weave } from './weave.tsx';

function Organisations({ accesses }: { accesses: readonly Access[] }) {
	const text = useText(appTexts);
	if (accesses.length === 0) return null;
	return (
		<section>
			<h2>{text.yourOrgs}</h2>
			<div className="app-orgs">
				{accesses.map((access) => (
					<OrgCard key={nameOf(access)} access={access} />
				))}
			</div>
		</section>
	);
}

/** Where one arrives without a place to go: the organisations of this device, and how to enter. */
export function HomePage() {
	const text = useText(appTexts);
	const { holding } = useApp();
	const accesses = useAccesses();
	const atRisk = !holding.durable && holding.kind !== 'anonymous' && holding.kind !== 'none';
	return (
		<PlainFrame>
			<div className="app-home">
				<Weave />
				<Page title={text.homeTitle}>
					<p className="app-lead">{text.homeLead}</p>
					{atRisk ? <Chip tone="warn">{text.notKept}</Chip> : null}
					{accesses === undefined ? (
						<LoadingState rows={1} />
					) : (
						<Organisations accesses={accesses} />
					)}
					{accesses === undefined ? null : (
						<>
							<IdentityCard />
							<section>
								<h2>{accesses.length === 0 ? text.noAccessTitle : text.enterAlso}</h2>
								{accesses.length === 0 ? <p>{text.noAccess}</p> : null}
								<EntryForm />
								<PhraseForm />
							</section>
						</>
					)}
				</Page>
			</div>
		</PlainFrame>
	);
}
