import { useNewsOffers } from '@navette/circuit/ui';
import { readNewsBook } from '@navette/news/client';
import { type RoleView, useLanguage } from '@navette/ui';
import { useEffect, useRef, useState } from 'react';
import { usePlace } from '../shell/place.ts';
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
	const place = usePlace();
	const segment = roleSegment(role.right);
	const [wanted, setWanted] = useState(false);
	useEffect(() => {
		let isOver = false;
		const look = async () => {
			const { organisations } = await readNewsBook(newsBookStore);
			const chosen = organisations[place]?.chosen[segment] ?? [];
			if (!isOver) setWanted(chosen.length > 0);
		};
		void look();
		return () => {
			isOver = true;
		};
	}, [place, segment]);
	return wanted ? <Renewal role={role} /> : null;
}
