import { Dialog, useText } from '@navette/ui';
import { useState } from 'react';
import { EntryLink } from './entry-link.tsx';
import { GrantForm } from './grant-form.tsx';
import { adminTexts } from './texts.ts';
import type { Granted } from './use-grant.ts';

/** Gives an access: who and which rights, then the link, once. Closed, the link is gone. */
export function GrantDialog({ opened, onClose }: { opened: boolean; onClose(): void }) {
	const text = useText(adminTexts);
	const [granted, setGranted] = useState<Granted>();
	const close = () => {
		setGranted(undefined);
		onClose();
	};
	return (
		<Dialog
			opened={opened}
			title={granted ? text.linkTitle(granted.label) : text.grant}
			onClose={close}
		>
			{granted ? (
				<EntryLink link={granted.link} onDone={close} />
			) : (
				<GrantForm onGranted={setGranted} />
			)}
		</Dialog>
	);
}
