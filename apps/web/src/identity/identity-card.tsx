import { useObservable, useText } from '@navette/ui';
import { IconChevronRight, IconId } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useApp } from '../shell/app-context.ts';
import { identityTexts } from './texts.ts';

/** The way to one's sheet, or into the directory. */
export function IdentityCard() {
	const text = useText(identityTexts);
	const known = useObservable(useApp().own.known);
	return (
		<section>
			<h2>{text.mine}</h2>
			<Link className="nv-item app-org" to="/~identity">
				<IconId size={22} aria-hidden />
				<span>{known ? text.see : text.enter}</span>
				<IconChevronRight size={20} aria-hidden />
			</Link>
			{known ? null : <p className="nv-quiet">{text.enterAbout}</p>}
		</section>
	);
}
