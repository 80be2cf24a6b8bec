import { useNewsOffers } from '@navette/circuit/ui';
import { NewsScreen } from '@navette/news/ui';
import type { ScreenProps } from '@navette/ui';
import { roleSegment } from '../shell/screen-path.ts';
import { useNewsDevice } from './use-news-device.ts';

/** What this device is told of in a role when the application is closed. */
export default function NewsPage({ role }: ScreenProps) {
	const offers = useNewsOffers(role);
	const { platform, device } = useNewsDevice();
	return (
		<NewsScreen
			role={role}
			segment={roleSegment(role.right)}
			offers={offers}
			platform={platform}
			device={device}
		/>
	);
}
