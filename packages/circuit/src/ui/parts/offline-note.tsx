import { defineMessages, useObservable, useSession, useText } from '@navette/ui';
import { IconCloudOff } from '@tabler/icons-react';

const texts = defineMessages({
	fr: {
		note: 'Pas de réseau : cet écran se lit, mais rien ne s’y enregistre avant son retour.',
	},
	en: {
		note: 'No network: you can read this screen, but nothing is saved here until it is back.',
	},
});

/** Said before somebody tries, on screens whose changes reach other people at once. */
export function OfflineNote() {
	const text = useText(texts);
	const isOffline = useObservable(useSession().sync).kind === 'offline';
	return isOffline ? (
		<p className="ci-offline" role="status">
			<IconCloudOff size={20} aria-hidden /> <span>{text.note}</span>
		</p>
	) : null;
}
