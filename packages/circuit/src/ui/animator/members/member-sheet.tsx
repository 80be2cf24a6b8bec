import { Sheet, useReport, useText, WhenReady } from '@navette/ui';
import type { FormEvent } from 'react';
import type { Member } from '../../../client/index.ts';
import type { ConsumerSheet, GroupSheet } from '../../../model/index.ts';
import { CardFields } from '../../directory/card-fields.tsx';
import { ContactFields } from '../../directory/contact-fields.tsx';
import { SheetFoot } from '../../directory/sheet-foot.tsx';
import { useSheetOf } from '../../directory/use-sheet.ts';
import { AccessesPanel } from '../../parts/accesses/accesses-panel.tsx';
import { membersTexts } from './members-texts.ts';
import type { Members } from './use-members.ts';
import '../../directory/directory.css';

/** The card and contact of a member, changed for him: what he hides stays hidden, as he chose. */
function MemberForm({ members, member }: { readonly members: Members; readonly member: Member }) {
	const text = useText(membersTexts);
	const { right, gc, isMain } = members;
	const id = `${gc}.${member.co}`;
	const view = useSheetOf({ right, kind: 'FCO', id, writable: isMain, isForeign: true });
	const { form, report, save } = view;
	const sheet = report.result as ConsumerSheet | null;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		void save();
	};
	return (
		<WhenReady view={report} retry={report.refresh}>
			{form && sheet ? (
				<div className="cm-sheet">
					<section>
						<h3>{text.accesses}</h3>
						<AccessesPanel
							sheet={{ right, type: 'FCO', id }}
							acces={sheet.acces}
							refresh={report.refresh}
						/>
					</section>
					<form className="di-sheet" onSubmit={submit} noValidate>
						<CardFields view={view} form={form} />
						<ContactFields view={view} form={form} />
						<SheetFoot view={view} />
					</form>
				</div>
			) : null}
		</WhenReady>
	);
}

/** A9: who acts for a member, withdrawn at once; his card and contact. */
export function MemberSheet(props: {
	readonly members: Members;
	/** Absent = closed. */
	readonly member: Member | undefined;
	close(): void;
}) {
	const { members, member, close } = props;
	return (
		<Sheet
			beside
			opened={member !== undefined}
			onClose={close}
			size="lg"
			title={member?.card.nom ?? ''}
		>
			{member ? <MemberForm key={member.co} members={members} member={member} /> : null}
		</Sheet>
	);
}

/** Who animates the group, each by an access of his own. */
export function AnimatorAccesses({ members }: { readonly members: Members }) {
	const text = useText(membersTexts);
	const { right, gc } = members;
	const report = useReport<GroupSheet | null>('Lire', { right, type: 'FGC', id: gc });
	if (!report.result) return null;
	return (
		<section className="nv-card cm-sheet" aria-labelledby="animators">
			<h2 id="animators">{text.animators}</h2>
			<p className="nv-quiet">{text.animatorsAbout}</p>
			<AccessesPanel
				sheet={{ right, type: 'FGC', id: gc }}
				acces={report.result.acces}
				refresh={report.refresh}
			/>
		</section>
	);
}
