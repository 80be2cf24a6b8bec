import type { WireError } from '@navette/client';
import { ok } from '@navette/core';
import { useObservable } from '@navette/ui';
import { useCallback, useEffect, useState } from 'react';
import { nameOf } from '../access/access.ts';
import type { Entry } from '../access/entry.ts';
import { ownSeed, writeInSheet } from '../access/sheet-rights.ts';
import { signKeyAt } from '../access/sign-key.ts';
import { type Arrived, takeEntry } from '../access/take-entry.ts';
import { takeUp } from '../access/take-up.ts';
import type { AppDevice } from '../device/app-device.ts';
import { strangerAt } from '../device/open-access.ts';
import type { OwnIdentity } from '../identity/own-identity.ts';
import { router } from '../router.tsx';

/** How long a server that does not answer is waited for, ms: the link is then kept as it is. */
const PATIENCE = 5_000;

/** A link that was cut where it was copied: said, since the page would look as if nothing had come. */
const TORN: WireError = {
	...{ code: 'E-OFFER', saved: false, retry: 'change' },
	sentence: {
		fr: 'Ce lien n’est pas entier : la fin en a été coupée. Copiez-le en entier, ou collez-le ci-dessous.',
		en: 'This link is not whole: its end was cut. Copy all of it, or paste it below.',
	},
};

type Taken = Awaited<ReturnType<typeof takeUp>>;

/** A link is kept as it is where nobody answers in time; words that were said are waited for. */
const within = (work: Promise<Taken>, entry: Entry): Promise<Taken> =>
	entry.told
		? work
		: Promise.race([
				work,
				new Promise<Taken>((resolve) => setTimeout(() => resolve(ok(entry)), PATIENCE)),
			]);

/** What a link brought, until something was made of it. */
interface PendingEntry {
	readonly entry: Entry | undefined;
	/** secret of a sponsorship */
	readonly sponsor: string | undefined;
	/** why nothing came of the last one */
	readonly refusal: WireError | undefined;
	refuse(refusal: WireError | undefined): void;
	enter(entry: Entry): Promise<void>;
	/** Takes the secret of an entry as a sponsorship. */
	answer(secret: string): void;
	/** Nothing is made of it. */
	drop(): void;
}

/**
 * An entry, from a link or a form, until somebody works on this device: then its access is kept where
 * that person's are, and the pages go where it leads.
 */
export function usePendingEntry(device: AppDevice, own: OwnIdentity, first: Arrived): PendingEntry {
	const state = useObservable(device.state);
	const [{ entry, sponsor }, setArrived] = useState(first);
	const [refusal, setRefusal] = useState<WireError | undefined>(first.isTorn && TORN);
	useEffect(() => {
		const opened = () => {
			const next = takeEntry(window);
			if (next.isTorn) setRefusal(TORN);
			else if (next.entry || next.sponsor !== undefined) setArrived(next);
		};
		addEventListener('hashchange', opened);
		return () => removeEventListener('hashchange', opened);
	}, []);
	const holding =
		state.kind === 'open' && state.holding.kind !== 'none' ? state.holding : undefined;
	useEffect(() => {
		if (!holding || !entry) return;
		const enter = async () => {
			const { org } = entry;
			const known = await holding.book.findAt(entry);
			const identity = own.known.get()?.identity;
			const origin = entry.url ?? location.origin;
			const take = async () =>
				takeUp(strangerAt(origin), entry, {
					...{ known, own: identity && ownSeed(identity, org) },
					signKey: await signKeyAt(origin),
				});
			const taken = await within(take(), entry);
			setRefusal(taken.ok ? undefined : taken.error);
			if (!taken.ok) return setArrived({});
			const access = taken.value;
			// opened again, it carries what was just claimed
			if (known) await holding.sessions.end(nameOf(known));
			const kept = await holding.book.keep(access);
			if (identity) await writeInSheet(identity, access);
			setArrived({});
			await router.navigate({ to: '/' });
			await router.navigate({
				to: '/$org',
				params: { org: kept.ok ? kept.value : org },
				replace: true,
			});
		};
		void enter();
	}, [holding, entry, own]);
	return {
		...{ entry, sponsor, refusal, refuse: setRefusal },
		enter: useCallback(async (next) => setArrived({ entry: next }), []),
		answer: useCallback((secret) => setArrived({ sponsor: secret }), []),
		drop: useCallback(() => setArrived({}), []),
	};
}
