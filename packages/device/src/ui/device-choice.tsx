import { Button } from '@mantine/core';
import { Page, useText } from '@navette/ui';
import { IconDeviceLaptop, IconGhost2, IconId, IconLock } from '@tabler/icons-react';
import { Choice } from './choice.tsx';
import { deviceTexts } from './texts.ts';

interface Props {
	/** what one is about to enter; empty when nothing is */
	readonly org: string;
	onMine(): void;
	/** Makes an identity by this very link; absent where it cannot. */
	readonly onIdentity?: (() => void) | undefined;
	onOpen(): void;
	onAnonymous(): void;
	onCancel(): void;
}

/** Whether the device is one's own: it decides what stays. */
export function DeviceChoice({ org, onMine, onIdentity, onOpen, onAnonymous, onCancel }: Props) {
	const text = useText(deviceTexts);
	return (
		<Page title={text.choiceTitle}>
			<p className="nv-own-lead">{text.choiceLead(org)}</p>
			<ul className="nv-own-ways">
				<Choice
					icon={IconLock}
					title={text.mine}
					about={text.mineAbout}
					mark={text.recommended}
					onChoose={onMine}
				/>
				{onIdentity ? (
					<Choice
						icon={IconId}
						title={text.identity}
						about={text.identityAbout}
						onChoose={onIdentity}
					/>
				) : null}
				<Choice
					icon={IconGhost2}
					title={text.notMine}
					about={text.notMineAbout}
					onChoose={onAnonymous}
				/>
				<Choice
					icon={IconDeviceLaptop}
					title={text.open}
					about={text.openAbout}
					onChoose={onOpen}
				/>
			</ul>
			<div>
				<Button variant="subtle" onClick={onCancel}>
					{text.cancel}
				</Button>
			</div>
		</Page>
	);
}
