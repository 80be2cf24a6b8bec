import { Button, TextInput } from '@mantine/core';
import { QrCode, useAnnounce, useText } from '@navette/ui';
import { IconCopy, IconMail, IconShare } from '@tabler/icons-react';
import { invitationTexts } from './invitation-texts.ts';
import type { Invitation } from './new-invitation.ts';
import './invitation.css';

interface Props {
	readonly invitation: Invitation;
	done(): void;
}

/** A link to give to one person: scanned, copied, shared, or put in a message of one's own. Shown once. */
export function InvitationCard({ invitation, done }: Props) {
	const text = useText(invitationTexts);
	const announce = useAnnounce();
	const { lab, link } = invitation;
	const copy = async () => {
		await navigator.clipboard.writeText(link);
		announce(text.copied);
	};
	const canShare = typeof navigator.share === 'function';
	const share = () => void navigator.share({ text: text.body(link) }).catch(() => undefined);
	const mail = `mailto:?subject=${encodeURIComponent(text.subject)}&body=${encodeURIComponent(text.body(link))}`;
	return (
		<section className="ci-invitation" aria-label={text.title(lab)}>
			<h3>{text.title(lab)}</h3>
			<p>{text.about}</p>
			<QrCode text={link} label={text.qr(lab)} />
			<TextInput
				readOnly
				label={text.link}
				value={link}
				onFocus={(event) => event.currentTarget.select()}
			/>
			<div className="ci-invitation-ways">
				<Button leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy()}>
					{text.copy}
				</Button>
				{canShare ? (
					<Button
						variant="default"
						leftSection={<IconShare size={18} aria-hidden />}
						onClick={share}
					>
						{text.share}
					</Button>
				) : null}
				<Button
					component="a"
					href={mail}
					variant="default"
					leftSection={<IconMail size={18} aria-hidden />}
				>
					{text.mail}
				</Button>
				<Button variant="subtle" onClick={done}>
					{text.done}
				</Button>
			</div>
		</section>
	);
}
