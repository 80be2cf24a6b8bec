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
import { type Given, useInviting, type Way } from '../../parts/invitation/use-inviting.ts';
import { groupOf } from '../use-dashboard.ts';
import { membersTexts } from './members-texts.ts';

/** Who is to be made a member. */
export interface NewMember {
	readonly name: string;
	readonly initials: string;
	readonly phone: string;
	readonly mail: string;
	readonly way: Way;
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
	const invite = useInviting();
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
	/** What lets somebody act for a sheet; `undefined` when it was not taken. */
	const given = async (
		name: string,
		way: Way,
		sheet: Readonly<Record<string, string | number>>,
	): Promise<Given | undefined> => {
		const made = await invite(name, way);
		return (await call(made.operation, { ...sheet, ...made.input })) ? made.given : undefined;
	};
	/** A new member, and his link or phrase. */
	const create = async ({ name, initials, phone, mail, way }: NewMember) => {
		const made = await ask<{ readonly co: string }>('CoCreer', {
			...{ gc, carte: { nom: name, init: initials } },
			contact: {
				tels: phone === '' ? [] : [{ lab: 'mobile', num: phone }],
				mails: mail === '' ? [] : [mail],
			},
		});
		return made.ok ? given(name, way, { type: 'FCO', id: `${gc}.${made.value.co}` }) : undefined;
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
		invite: create,
		giveAccess: ({ co, card }: Member, way: Way) =>
			given(card.nom, way, { type: 'FCO', id: `${gc}.${co}` }),
		inviteAnimator: (name: string, pw: 1 | 2, way: Way) =>
			given(name, way, { type: 'FGC', id: gc, pw }),
	};
}

export type Members = ReturnType<typeof useMembers>;
