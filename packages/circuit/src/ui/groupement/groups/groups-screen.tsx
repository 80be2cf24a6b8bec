import { Button, NativeSelect } from '@mantine/core';
import {
	Chip,
	DataAge,
	EmptyState,
	Page,
	type ScreenProps,
	useFormats,
	useReport,
	useText,
	useUndo,
	WhenReady,
} from '@navette/ui';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { type LinkEntry, linkStanding, linksByStanding } from '../../../client/index.ts';
import { OfflineNote } from '../../parts/offline-note.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { useWrite } from '../../parts/use-write.ts';
import { isMainManager } from '../parts/is-main-manager.ts';
import { type GroupementView, useGroupement } from '../parts/use-groupement.ts';
import { groupsTexts } from './groups-texts.ts';
import '../../parts/frame.css';
import '../groupement.css';
import '../../parts/desk.css';
import './groups.css';

type Verb = 'LienProposer' | 'LienAccepter' | 'LienSuspendre';

interface Desk {
	readonly view: GroupementView;
	readonly isMain: boolean;
	write(verb: Verb, gc: string, said: string): Promise<boolean>;
}

function Sides({ link }: { readonly link: LinkEntry }) {
	const text = useText(groupsTexts);
	const tone = (state: LinkEntry['own'] | undefined) =>
		state === 'actif' ? 'ok' : state === 'suspendu' ? 'danger' : 'warn';
	return (
		<span className="cg-sides">
			<Chip tone={tone(link.own)}>{text.side(text.own, text.states[link.own])}</Chip>
			<Chip tone={tone(link.other)}>
				{text.side(text.other, text.states[link.other ?? 'none'])}
			</Chip>
		</span>
	);
}

function LinkRow({ desk, link }: { readonly desk: Desk; readonly link: LinkEntry }) {
	const text = useText(groupsTexts);
	const { date } = useFormats();
	const offerUndo = useUndo();
	const { view, isMain, write } = desk;
	const { gc } = link;
	const name = view.groupName(gc);
	const standing = linkStanding(link);
	const accept = () => write('LienAccepter', gc, text.accepted(name));
	const suspend = async () => {
		const message = text.suspended(name);
		if (await write('LienSuspendre', gc, message))
			offerUndo({ message, undo: () => void accept() });
	};
	const address = view.groupAddress(gc);
	const isOff = standing === 'asked' || standing === 'suspended';
	return (
		<li>
			<span className="cg-group-about">
				<b>{name}</b>
				<small className="nv-quiet">
					{address === name ? null : `${address} · `}
					{text.since(date(link.t))}
				</small>
			</span>
			<Sides link={link} />
			{isMain ? (
				<span className="cg-actions">
					{isOff ? (
						<Button
							aria-label={standing === 'asked' ? text.acceptOf(name) : text.resumeOf(name)}
							onClick={() => void accept()}
						>
							{standing === 'asked' ? text.accept : text.resume}
						</Button>
					) : (
						<Button
							variant="subtle"
							color="red"
							aria-label={text.suspendOf(name)}
							onClick={() => void suspend()}
						>
							{text.suspend}
						</Button>
					)}
				</span>
			) : null}
		</li>
	);
}

function Propose({ desk, links }: { readonly desk: Desk; readonly links: readonly LinkEntry[] }) {
	const text = useText(groupsTexts);
	const { view, write } = desk;
	const [chosen, setChosen] = useState('');
	const free = Object.entries(view.general?.gcs ?? {})
		.filter(([gc]) => !links.some((link) => link.gc === gc))
		.toSorted(([, a], [, b]) => a.nom.localeCompare(b.nom, 'fr'));
	const gc = free.some(([one]) => one === chosen) ? chosen : (free[0]?.[0] ?? '');
	return (
		<section className="nv-card cg-panel" aria-labelledby="propose">
			<h2 id="propose">{text.propose}</h2>
			{free.length === 0 ? (
				<p className="nv-quiet">{text.allKnown}</p>
			) : (
				<div className="cg-inline">
					<NativeSelect
						label={text.choose}
						description={text.chooseNote}
						value={gc}
						onChange={(event) => setChosen(event.currentTarget.value)}
						data={free.map(([value, card]) => ({ value, label: card.nom }))}
					/>
					<Button onClick={() => void write('LienProposer', gc, text.proposed(view.groupName(gc)))}>
						{text.proposeDo}
					</Button>
				</div>
			)}
		</section>
	);
}

/** P8: the groups of a groupement, and what each side says of their link. */
export default function GroupsScreen({ role }: ScreenProps) {
	const text = useText(groupsTexts);
	const view = useGroupement(role);
	const writing = useWrite();
	const { right, gp } = view;
	const report = useReport<{ readonly liens: readonly LinkEntry[] }>('Liens', { right });
	const links = report.result?.liens ?? [];
	const desk: Desk = {
		...{ view, isMain: isMainManager(role) },
		write: async (name, gc, said) => {
			const done = await writing.run([{ name, input: { right, gc, gp } }], said);
			report.refresh();
			return done !== undefined;
		},
	};
	return (
		<Page title={text.title} aside={<DataAge syncedAt={report.asOf} />}>
			<p className="nv-quiet cg-lead-note">{desk.isMain ? text.about : text.helper}</p>
			<OfflineNote />
			<WhenReady view={report} retry={report.refresh}>
				<RefusalNote refused={writing.refused} />
				{links.length === 0 ? (
					<EmptyState icon={IconUsersGroup} title={text.emptyTitle}>
						{text.empty}
					</EmptyState>
				) : null}
				{linksByStanding(links, view.groupName).map(({ standing, links: own }) => (
					<section key={standing} className="nv-card cg-panel" aria-labelledby={standing}>
						<h2 id={standing}>{text.parts[standing]}</h2>
						{standing === 'active' && desk.isMain ? (
							<p className="nv-quiet">{text.suspendNote}</p>
						) : null}
						<ul className="cg-rows">
							{own.map((link) => (
								<LinkRow key={link.gc} {...{ desk, link }} />
							))}
						</ul>
					</section>
				))}
				{desk.isMain ? <Propose desk={desk} links={links} /> : null}
			</WhenReady>
		</Page>
	);
}
