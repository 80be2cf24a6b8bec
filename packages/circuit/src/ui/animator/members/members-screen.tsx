import { Button } from '@mantine/core';
import {
	DataAge,
	Dialog,
	EmptyState,
	KeyHint,
	Page,
	type ScreenProps,
	useActions,
	useSearchText,
	useText,
	WhenReady,
} from '@navette/ui';
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { isFound, type Member, writeToAll } from '../../../client/index.ts';
import { GivenCard } from '../../parts/invitation/given-card.tsx';
import type { Given } from '../../parts/invitation/use-inviting.ts';
import { AccessForm } from './access-form.tsx';
import { InviteAnimatorForm, InviteForm } from './invite-form.tsx';
import { MemberCard } from './member-card.tsx';
import { AnimatorAccesses, MemberSheet } from './member-sheet.tsx';
import { membersTexts } from './members-texts.ts';
import { StatusForm } from './status-form.tsx';
import { type Members, useMembers } from './use-members.ts';
import '../../parts/frame.css';
import '../delivery/delivery.css';
import './members.css';
import { SearchField } from '../../parts/search-field.tsx';

type Opened =
	| { readonly kind: 'invite' | 'animator' }
	| { readonly kind: 'status'; readonly some: readonly Member[] }
	| { readonly kind: 'access'; readonly member: Member }
	| { readonly kind: 'link'; readonly invitation: Given };

/** The window that is open: an invitation, a status, a link just given. */
function Opened({
	members,
	opened,
	open,
}: {
	readonly members: Members;
	readonly opened: Opened | undefined;
	open(next: Opened | undefined): void;
}) {
	const text = useText(membersTexts);
	const close = () => {
		members.clearFault();
		open(undefined);
	};
	const given = (invitation: Given) => open({ kind: 'link', invitation });
	const [only] = opened?.kind === 'status' ? opened.some : [];
	const titles = {
		invite: text.invite,
		animator: text.inviteAnimator,
		access: opened?.kind === 'access' ? text.accessOf(opened.member.card.nom) : '',
		status:
			opened?.kind === 'status' && opened.some.length === 1 && only
				? text.statusOf(only.card.nom)
				: text.status,
		link: opened?.kind === 'link' && 'phrase' in opened.invitation ? text.phrase : text.link,
	};
	return (
		<Dialog opened={opened !== undefined} title={opened ? titles[opened.kind] : ''} onClose={close}>
			{opened?.kind === 'invite' ? <InviteForm members={members} given={given} /> : null}
			{opened?.kind === 'animator' ? <InviteAnimatorForm members={members} given={given} /> : null}
			{opened?.kind === 'access' ? (
				<AccessForm members={members} member={opened.member} given={given} />
			) : null}
			{opened?.kind === 'status' ? (
				<StatusForm members={members} some={opened.some} done={close} />
			) : null}
			{opened?.kind === 'link' ? <GivenCard given={opened.invitation} done={close} /> : null}
		</Dialog>
	);
}

interface ListProps {
	readonly members: Members;
	open(next: Opened): void;
}

function Chosen({
	some,
	open,
	clear,
}: {
	readonly some: readonly Member[];
	open: ListProps['open'];
	clear(): void;
}) {
	const text = useText(membersTexts);
	if (some.length === 0) return null;
	const mails = some.flatMap(({ contact }) => contact.mails.slice(0, 1));
	return (
		<section className="cm-chosen" aria-label={text.selected(some.length)}>
			<b role="status">{text.selected(some.length)}</b>
			<Button onClick={() => open({ kind: 'status', some })}>{text.status}</Button>
			{mails.length > 0 ? (
				<Button component="a" variant="default" href={writeToAll(mails)}>
					{text.writeAll}
				</Button>
			) : null}
			<Button variant="subtle" onClick={clear}>
				{text.clear}
			</Button>
		</section>
	);
}

function MemberList({ members, open }: ListProps) {
	const text = useText(membersTexts);
	const [search, setSearch] = useSearchText('q', '');
	const [opened, openSheet] = useSearchText('member', '');
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const shown = members.members.filter(({ card }) => isFound(search, card.nom, card.init));
	const toggle = (co: string) =>
		setChosen((before) => {
			const next = new Set(before);
			if (!next.delete(co)) next.add(co);
			return next;
		});
	return (
		<>
			<div className="ci-toolbar">
				<SearchField
					label={text.search}
					value={search}
					onChange={setSearch}
					action={{ id: 'members-search', label: text.search }}
				/>
			</div>
			<Chosen
				some={members.members.filter(({ co }) => chosen.has(co))}
				open={open}
				clear={() => setChosen(new Set())}
			/>
			{shown.length === 0 ? (
				<EmptyState
					icon={IconSearch}
					title={text.noneTitle}
					action={<Button onClick={() => setSearch('')}>{text.showAll}</Button>}
				/>
			) : null}
			<ul className="cm-members">
				{shown.map((member) => (
					<MemberCard
						key={member.co}
						member={member}
						isMain={members.isMain}
						isChosen={chosen.has(member.co)}
						isOpen={member.co === opened}
						choose={() => toggle(member.co)}
						openStatus={() => open({ kind: 'status', some: [member] })}
						giveAccess={() => open({ kind: 'access', member })}
						openSheet={() => openSheet(member.co)}
					/>
				))}
			</ul>
			<MemberSheet
				members={members}
				member={members.isMain ? members.members.find(({ co }) => co === opened) : undefined}
				close={() => openSheet('')}
			/>
		</>
	);
}

/** A9: who is in the group, what each may do, and how others come in. */
export default function MembersScreen({ role }: ScreenProps) {
	const text = useText(membersTexts);
	const members = useMembers(role);
	const [opened, open] = useState<Opened>();
	const { thread, isMain, fault } = members;
	const active = members.members.filter(({ status }) => status === 0).length;
	const ask = () => open({ kind: 'invite' });
	useActions(isMain ? [{ id: 'invite-member', label: text.invite, keys: 'n', run: ask }] : []);
	const invite = (
		<Button
			size="md"
			className="nv-thumb"
			leftSection={<IconUserPlus size={20} aria-hidden />}
			onClick={ask}
		>
			{text.invite} <KeyHint keys="n" />
		</Button>
	);
	return (
		<Page title={text.title} aside={<DataAge syncedAt={thread.syncedAt} />}>
			<WhenReady view={thread}>
				<div className="cm-head">
					<p>{text.count(members.members.length, active)}</p>
					{isMain ? (
						<div className="ct-actions">
							<Button size="md" variant="default" onClick={() => open({ kind: 'animator' })}>
								{text.inviteAnimator}
							</Button>
							{invite}
						</div>
					) : (
						<p className="ci-hint">{text.helper}</p>
					)}
				</div>
				{fault !== undefined && opened === undefined ? (
					<p className="ct-banner" data-tone="danger" role="alert">
						<span>{fault}</span>
					</p>
				) : null}
				{members.members.length === 0 ? (
					<EmptyState icon={IconUsers} title={text.emptyTitle} action={isMain ? invite : null}>
						{text.empty}
					</EmptyState>
				) : (
					<MemberList members={members} open={open} />
				)}
				{/* read again once an invitation is closed */}
				{isMain ? <AnimatorAccesses key={opened?.kind ?? ''} members={members} /> : null}
			</WhenReady>
			<Opened {...{ members, opened, open }} />
		</Page>
	);
}
