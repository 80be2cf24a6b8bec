import { useLanguage, useObservable, useSession, useText } from '@navette/ui';
import { ForgetAccess } from './forget-access.tsx';
import { appTexts } from './texts.ts';

/** On each page of a role whose access is over: what is shown is what this device kept of it. */
export function AccessBanner() {
	const text = useText(appTexts);
	const language = useLanguage();
	const { error } = useObservable(useSession().sync);
	if (!error) return null;
	return (
		<section className="nv-banner" aria-label={text.accessOver}>
			<span role="status">
				{error.sentence[language]} {text.accessOverKept}
			</span>
			<ForgetAccess />
		</section>
	);
}
