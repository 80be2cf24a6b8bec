import { type RoleView, useThread } from '@navette/ui';
import { useMemo } from 'react';
import {
	type DirectoryEntry,
	directoryEntries,
	documentOf,
	documentsOf,
} from '../../client/index.ts';
import { oldestSync } from '../parts/use-threads.ts';

type Thread = ReturnType<typeof useThread>;

interface DirectoryView {
	/** The thread that is missing most. */
	readonly missing: Thread;
	readonly entries: readonly DirectoryEntry[];
	readonly syncedAt: number | undefined;
	/** `kind id` of who looks. */
	readonly self: string;
}

const KINDS = { CO: 'person', GC: 'group', GP: 'groupement', PR: 'producer', ADM: '' } as const;

/** The directories of a role, live, each as the server projects it for him. */
export function useDirectory(role: RoleView): DirectoryView {
	const named = role.usage === 'CO' || role.usage === 'GC';
	const consumers = useThread('RGC/', {
		types: ['RG', 'RC'],
		...(named ? { filters: { RC: { gc: role.gc ?? '' } } } : {}),
	});
	const producers = useThread('RGP/', { types: ['RG', 'RP'] });
	const general = documentOf(producers, 'RG', '') ?? documentOf(consumers, 'RG', '');
	const rc = documentsOf(consumers, 'RC');
	const rp = documentsOf(producers, 'RP');
	const entries = useMemo(
		() =>
			directoryEntries({
				...{ general, named },
				consumers: new Map([...rc].map(([gc, { data }]) => [gc, data])),
				producers: new Map([...rp].map(([gp, { data }]) => [gp, data])),
			}),
		[general, named, rc, rp],
	);
	return {
		missing: producers.status === 'ready' ? consumers : producers,
		entries,
		syncedAt: oldestSync([consumers, producers]),
		self: `${KINDS[role.usage]} ${role.right.split('/')[1] ?? ''}`,
	};
}
