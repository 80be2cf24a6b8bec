import { Button, TextInput } from '@mantine/core';
import { Chip, QrCode, useAnnounce, useText } from '@navette/ui';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { membersTexts } from './members-texts.ts';
import type { GivenAccess } from './use-members.ts';

/** A link that is shown once: to scan, or to copy. */
export function AccessLink({ given, done }: { readonly given: GivenAccess; done(): void }) {
	const text = useText(membersTexts);
	const announce = useAnnounce();
	const [isCopied, setCopied] = useState(false);
	const copy = async () => {
		await navigator.clipboard.writeText(given.link);
		setCopied(true);
		announce(text.copied);
	};
	return (
		<div className="cm-form">
			<span>
				<Chip tone="warn">{text.linkOnce}</Chip>
			</span>
			<p>{text.linkAbout(given.name)}</p>
			<QrCode text={given.link} label={text.qr(given.name)} />
			<TextInput
				label={text.link}
				value={given.link}
				readOnly
				onFocus={(event) => event.currentTarget.select()}
			/>
			<div className="ct-actions">
				<Button
					size="md"
					leftSection={
						isCopied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />
					}
					onClick={() => void copy()}
				>
					{isCopied ? text.copied : text.copy}
				</Button>
				<Button size="md" variant="default" onClick={done}>
					{text.done}
				</Button>
			</div>
		</div>
	);
}
