import {
	type RoleView,
	useAnnounce,
	useLanguage,
	useSession,
	useText,
	useThread,
	useUndo,
} from '@navette/ui';
import { useMemo, useState } from 'react';
import { documentOf, type Member, membersOf } from '../../../client/index.ts';
import { type ConsumerStatus, GROUP_ITSELF } from '../../../model/index.ts';
import { type Invitation, newInvitation } from '../../parts/invitation/new-invitation.ts';
import { groupOf } from '../use-dashboard.ts';
import { membersTexts } from './members-texts.ts';

/** Who is to be made a member. */
export interface NewMember {
	readonly name: string;
	readonly initials: string;
	readonly phone: string;
	readonly mail: string;
}

/** What a member was allowed before a change, and why. */
interface StatusBefore {
	readonly st: ConsumerStatus;
	readonly raison?: string;
}

/** The members of a group, and what its main animators do with them. */
export function useMembers(role: RoleView) {
	const text = useText(membersTexts);
	const language = useLanguage();
	const session = useSession();
	const announce = useAnnounce();
	const offerUndo = useUndo();
	const [fault, setFault] = useState<string>();
	const gc = groupOf(role);
	const { right } = role;
	const thread = useThread('RGC/', { types: ['RC'], filters: { RC: { gc } } });
	const directory = documentOf(thread, 'RC', gc);
	const members = useMemo(
		() => membersOf(directory).filter(({ co }) => co !== GROUP_ITSELF),
		[directory],
	);

	const ask = async <T>(name: string, input: Readonly<Record<string, unknown>>) => {
		const result = await session.call<T>(name, { right, ...input });
		const sentence = result.ok ? undefined : result.error.sentence[language];
		setFault(sentence);
		if (sentence) announce(sentence);
		return result;
	};
	const call = async (name: string, input: Readonly<Record<string, unknown>>) =>
		(await ask(name, input)).ok;
	/** A link that the server knows the hash of only; `undefined` when it was not taken. */
	const given = async (
		name: string,
		write: (acces: { lab: string; hash: string }) => Promise<boolean>,
	): Promise<Invitation | undefined> => {
		const invitation = await newInvitation(session.org, name);
		const { lab, hash } = invitation;
		return (await write({ lab, hash })) ? invitation : undefined;
	};
	const setStatus = async (
		some: readonly Member[],
		st: ConsumerStatus,
		reason: string,
	): Promise<boolean> => {
		const raison = reason.trim() === '' ? {} : { raison: reason.trim() };
		const before: (StatusBefore & { readonly co: string })[] = [];
		for (const { co } of some) {
			const done = await ask<{ readonly avant: StatusBefore }>('CoStatut', {
				gc,
				co,
				st,
				...raison,
			});
			if (!done.ok) return false;
			before.push({ co, ...done.value.avant });
		}
		const who = some.map(({ card }) => card.nom).join(', ');
		const message = text.saidStatus(who, text.statuses[st]);
		if (st === 9) announce(message);
		else
			offerUndo({
				message,
				undo: () => {
					for (const one of before) void call('CoStatut', { gc, ...one });
				},
			});
		return true;
	};
	return {
		...{ gc, right, thread, members, fault, setStatus },
		isMain: role.power !== 2,
		clearFault: () => setFault(undefined),
		invite: ({ name, initials, phone, mail }: NewMember) =>
			given(name, (acces) =>
				call('CoCreer', {
					...{ gc, acces, carte: { nom: name, init: initials } },
					contact: {
						tels: phone === '' ? [] : [{ lab: 'mobile', num: phone }],
						mails: mail === '' ? [] : [mail],
					},
				}),
			),
		giveAccess: ({ co, card }: Member) =>
			given(card.nom, (acces) => call('AccesDonner', { type: 'FCO', id: `${gc}.${co}`, ...acces })),
		inviteAnimator: (name: string, pw: 1 | 2) =>
			given(name, (acces) => call('AccesDonner', { type: 'FGC', id: gc, pw, ...acces })),
	};
}

export type Members = ReturnType<typeof useMembers>;
