import { SegmentedControl } from '@mantine/core';
import { useText } from '@navette/ui';
import { IconEyeOff } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { contactSeen, isReachableBy, type SheetForm } from '../../client/index.ts';
import { Avatar } from '../chats/avatar.tsx';
import { ContactList } from './contact-list.tsx';
import { directoryTexts } from './directory-texts.ts';
import { sheetTexts } from './sheet-texts.ts';
import type { SheetView } from './use-sheet.ts';

interface Props {
	readonly kind: SheetView['kind'];
	readonly form: SheetForm;
}

const ROLES = { FCO: 'CO', FGC: 'GC', FGP: 'GP', FPR: 'PR' } as const;

/** The sheet as somebody else sees it, as it is typed. */
export function SheetPreview({ kind, form }: Props) {
	const text = useText(sheetTexts);
	const { noContactTitle } = useText(directoryTexts);
	const id = useId();
	const [viewer, setViewer] = useState<0 | 1>(0);
	const viewers = Object.values(text.viewers[kind]).filter(Boolean);
	const contact = contactSeen(kind, form, viewer);
	return (
		<section className="nv-card di-preview" aria-labelledby={id}>
			<h2 id={id}>{text.preview}</h2>
			<div className="di-as">
				<span>{text.previewAs}</span>
				{viewers.length === 1 ? (
					<b>{viewers[0]}</b>
				) : (
					<SegmentedControl
						aria-label={text.previewAs}
						value={String(viewer)}
						onChange={(value) => setViewer(value === '1' ? 1 : 0)}
						data={viewers.map((label, at) => ({ value: String(at), label }))}
					/>
				)}
			</div>
			<div className="di-seen" aria-live="polite">
				<header>
					<Avatar initials={form.init} role={ROLES[kind]} />
					<span>
						<b>{form.nom}</b>
						<small>{form.lieu}</small>
					</span>
				</header>
				{form.about.trim() === '' ? null : <p>{form.about}</p>}
				{isReachableBy(contact) ? (
					<ContactList contact={contact} />
				) : (
					<p className="di-hidden">
						<IconEyeOff size={20} aria-hidden />
						<b>{noContactTitle}</b>
					</p>
				)}
			</div>
		</section>
	);
}
