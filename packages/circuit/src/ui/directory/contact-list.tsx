import { useText } from '@navette/ui';
import { IconInfoCircle, IconMail, IconMapPin, IconPhone } from '@tabler/icons-react';
import type { Contact } from '../../model/index.ts';
import { directoryTexts } from './directory-texts.ts';
import { mailHref, mapHref, phoneHref } from './hrefs.ts';

/** Every way to reach somebody that this reader may see. */
export function ContactList({ contact }: { readonly contact: Contact }) {
	const text = useText(directoryTexts);
	const { tels, mails, adr, tx } = contact;
	return (
		<dl className="di-contact">
			{tels.map(({ lab, num }) => (
				<div key={`${lab} ${num}`}>
					<dt>
						<IconPhone size={20} role="img" aria-label={text.phone} />
						{lab}
					</dt>
					<dd>
						<a href={phoneHref(num)}>{num}</a>
					</dd>
				</div>
			))}
			{mails.map((mail) => (
				<div key={mail}>
					<dt>
						<IconMail size={20} aria-hidden />
						{text.mail}
					</dt>
					<dd>
						<a href={mailHref(mail)}>{mail}</a>
					</dd>
				</div>
			))}
			{adr === undefined ? null : (
				<div>
					<dt>
						<IconMapPin size={20} aria-hidden />
						{text.address}
					</dt>
					<dd>
						{adr}
						<br />
						<a href={mapHref(adr)}>{text.map}</a>
					</dd>
				</div>
			)}
			{tx === undefined ? null : (
				<div>
					<dt>
						<IconInfoCircle size={20} aria-hidden />
						{text.note}
					</dt>
					<dd>{tx}</dd>
				</div>
			)}
		</dl>
	);
}
