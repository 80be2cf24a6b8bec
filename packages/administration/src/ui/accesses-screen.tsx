import { Button, TextInput } from '@mantine/core';
import type { AccessData } from '@navette/server/model';
import {
	type Action,
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	useActions,
	useFormats,
	useReport,
	useSearchText,
	useText,
	useThread,
} from '@navette/ui';
import { IconKey, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { ACCESSES, findAccesses } from '../model/index.ts';
import { AccessCard } from './access-card.tsx';
import { GrantDialog } from './grant-dialog.tsx';
import { adminTexts } from './texts.ts';
import { useRevoke } from './use-revoke.ts';
import './administration.css';

/** Who may enter the organisation, live; accesses are given and withdrawn here. */
export default function AccessesScreen() {
	const text = useText(adminTexts);
	const { number } = useFormats();
	const [search, setSearch] = useSearchText('q', '');
	const [granting, setGranting] = useState(false);
	const thread = useThread(ACCESSES);
	const documents = thread.documents('ACCESS');
	const { result: me } = useReport<{ readonly account: string }>('me', {});
	const rows = useMemo(() => findAccesses(documents.values(), search), [documents, search]);
	const { revoke, refused } = useRevoke();
	const actions = useMemo(
		(): readonly Action[] => [
			{
				id: 'grant',
				label: text.grant,
				keys: 'n',
				group: text.accessesTitle,
				run: () => setGranting(true),
			},
		],
		[text],
	);
	useActions(actions);
	const isReady = thread.status === 'ready';
	return (
		<Page title={text.accessesTitle} aside={<DataAge syncedAt={thread.syncedAt} />}>
			<div className="ad-tools">
				<TextInput
					aria-label={text.search}
					placeholder={text.search}
					leftSection={<IconSearch size={18} aria-hidden />}
					value={search}
					onChange={(event) => setSearch(event.currentTarget.value)}
				/>
				<Button leftSection={<IconKey size={18} aria-hidden />} onClick={() => setGranting(true)}>
					{text.grant}
				</Button>
			</div>
			{thread.error ? <ErrorState error={thread.error} /> : null}
			{refused ? <ErrorState error={refused} /> : null}
			{isReady || thread.error ? null : <LoadingState />}
			{isReady ? (
				<p className="nv-quiet" role="status">
					{text.accessesCount(rows.length, number(rows.length))}
				</p>
			) : null}
			{isReady && rows.length === 0 ? (
				<EmptyState
					icon={IconKey}
					title={text.noneFound}
					action={<Button onClick={() => setSearch('')}>{text.showAll}</Button>}
				>
					{text.noneFoundWhy}
				</EmptyState>
			) : null}
			<ul className="ad-accesses">
				{rows.map((row) => (
					<AccessCard
						key={row.hash}
						row={row}
						isMine={me === undefined ? undefined : row.account === me.account}
						onRevoke={() => void revoke(row.hash, toData(row))}
					/>
				))}
			</ul>
			<GrantDialog opened={granting} onClose={() => setGranting(false)} />
		</Page>
	);
}

const toData = ({ account, label, rights, created }: AccessData): AccessData => ({
	...{ account, label, rights, created },
});
