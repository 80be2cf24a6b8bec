import { useNewsOffers } from '@navette/circuit/ui';
import { readNewsBook } from '@navette/news/client';
import { type RoleView, useLanguage, useSession } from '@navette/ui';
import { useEffect, useRef, useState } from 'react';
import { roleSegment } from '../shell/screen-path.ts';
import { newsBookStore } from './news-book-store.ts';
import { useNewsDevice } from './use-news-device.ts';

function Renewal({ role }: { readonly role: RoleView }) {
	const offers = useNewsOffers(role);
	const { device } = useNewsDevice();
	const language = useLanguage();
	const asked = useRef<string>(undefined);
	useEffect(() => {
		if (!offers || device === undefined || device === 'off') return;
		const wish = JSON.stringify([role.right, language, offers.map(({ threads }) => threads)]);
		if (asked.current === wish) return;
		asked.current = wish;
		// what fails now is asked at the next opening
		void device.renew(roleSegment(role.right), offers);
	}, [role.right, language, offers, device]);
	return null;
}

/** At each opening, a device that wants news of a role asks again: days have passed, threads are others. */
export default function RenewNews({ role }: { readonly role: RoleView }) {
	const { org } = useSession();
	const segment = roleSegment(role.right);
	const [wanted, setWanted] = useState(false);
	useEffect(() => {
		let isOver = false;
		const look = async () => {
			const { organisations } = await readNewsBook(newsBookStore);
			const chosen = organisations[org]?.chosen[segment] ?? [];
			if (!isOver) setWanted(chosen.length > 0);
		};
		void look();
		return () => {
			isOver = true;
		};
	}, [org, segment]);
	return wanted ? <Renewal role={role} /> : null;
}
