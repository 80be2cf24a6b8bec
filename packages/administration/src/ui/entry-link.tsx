import { Button, TextInput } from '@mantine/core';
import { Chip, useAnnounce, useText } from '@navette/ui';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { adminTexts } from './texts.ts';

/** A link that is shown once, with what to do with it. */
export function EntryLink({ link, onDone }: { link: string; onDone(): void }) {
	const text = useText(adminTexts);
	const announce = useAnnounce();
	const [isCopied, setIsCopied] = useState(false);
	const copy = async () => {
		await navigator.clipboard.writeText(link);
		setIsCopied(true);
		announce(text.copied);
	};
	return (
		<div className="ad-form">
			<Chip tone="warn">{text.linkOnce}</Chip>
			<TextInput
				label={text.link}
				value={link}
				readOnly
				data-autofocus
				onFocus={(event) => event.currentTarget.select()}
			/>
			<div className="ad-buttons">
				<Button
					leftSection={
						isCopied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />
					}
					onClick={() => void copy()}
				>
					{isCopied ? text.copied : text.copy}
				</Button>
				<Button variant="default" onClick={onDone}>
					{text.close}
				</Button>
			</div>
		</div>
	);
}
