import type { NewsOffer } from '@navette/client';
import {
	ErrorState,
	LoadingState,
	Page,
	type RoleView,
	useObservable,
	useSession,
	useText,
} from '@navette/ui';
import { IconDeviceMobile } from '@tabler/icons-react';
import type { NewsDevice, PushPlatform } from '../client/index.ts';
import { NewsNote } from './news-fault.tsx';
import { NewsForm } from './news-form.tsx';
import { newsTexts } from './texts.ts';
import { useNews } from './use-news.ts';
import './news.css';

interface Props {
	readonly role: RoleView;
	/** Segment of the role in addresses. */
	readonly segment: string;
	readonly offers: readonly NewsOffer[] | undefined;
	readonly platform: Pick<PushPlatform, 'ability' | 'permission'>;
	/** `off`: the server sends none. */
	readonly device: NewsDevice | 'off' | undefined;
}

function Ready({ role, segment, offers, device }: Props & { readonly device: NewsDevice }) {
	const { sync } = useSession();
	const news = useNews(device, role, segment);
	const isOnline = useObservable(sync).kind !== 'offline';
	if (typeof news.fault === 'object' && !news.choices) return <ErrorState error={news.fault} />;
	if (!news.choices || !offers) return <LoadingState />;
	return <NewsForm news={news} choices={news.choices} offers={offers} isOnline={isOnline} />;
}

/** News of a role on this device. */
export function NewsScreen(props: Props) {
	const { platform, device } = props;
	const text = useText(newsTexts);
	const body = () => {
		if (platform.ability === 'unable')
			return <NewsNote title={text.unable}>{text.unableNote}</NewsNote>;
		if (platform.ability === 'later')
			return (
				<NewsNote title={text.later} icon={IconDeviceMobile}>
					{text.laterSteps}
				</NewsNote>
			);
		if (device === 'off') return <NewsNote title={text.off}>{text.offNote}</NewsNote>;
		if (platform.permission() === 'denied')
			return <NewsNote title={text.denied}>{text.deniedNote}</NewsNote>;
		return device ? <Ready {...props} device={device} /> : <LoadingState />;
	};
	return <Page title={text.title}>{body()}</Page>;
}
