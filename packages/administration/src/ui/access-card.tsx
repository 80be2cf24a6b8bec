import { Button } from '@mantine/core';
import { Chip, useFormats, useText } from '@navette/ui';
import { IconUser } from '@tabler/icons-react';
import type { AccessRow } from '../model/index.ts';
import { adminTexts } from './texts.ts';

interface Props {
	readonly row: AccessRow;
	/** unknown until the server has said who one is: then nothing is offered */
	readonly isMine: boolean | undefined;
	onRevoke(): void;
}

/** One access: who, which rights, since when, and how to withdraw it. */
export function AccessCard({ row, isMine, onRevoke }: Props) {
	const text = useText(adminTexts);
	const { date } = useFormats();
	return (
		<li className="nv-card ad-access">
			<div className="ad-head">
				<h2>{row.label === '' ? row.account : row.label}</h2>
				{isMine === false ? (
					<Button
						variant="default"
						aria-label={text.revokeOf(row.label === '' ? row.account : row.label)}
						onClick={onRevoke}
					>
						{text.revoke}
					</Button>
				) : null}
				{isMine ? (
					<Chip tone="info" icon={IconUser}>
						{text.you}
					</Chip>
				) : null}
			</div>
			<p className="ad-rights">
				{row.rightTexts.map((right) => (
					<code key={right}>{right}</code>
				))}
			</p>
			<p className="nv-quiet">
				{text.account(row.account)} · {text.since(date(row.created))}
			</p>
			{isMine ? <p className="nv-quiet">{text.youWhy}</p> : null}
		</li>
	);
}
