import { CloseButton, TextInput } from '@mantine/core';
import {
	Columns,
	DataAge,
	EmptyState,
	Page,
	type ScreenProps,
	useActions,
	useSearchText,
	useText,
	WhenReady,
} from '@navette/ui';
import { IconAddressBook, IconSearch } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import {
	type DirectoryEntry,
	ENTRY_KINDS,
	type EntryKind,
	searchEntries,
} from '../../client/index.ts';
import { directoryTexts } from './directory-texts.ts';
import { EntryCard } from './entry-card.tsx';
import { useDirectory } from './use-directory.ts';
import '../chats/chats.css';
import './directory.css';

interface PartProps {
	readonly kind: EntryKind;
	readonly entries: readonly DirectoryEntry[];
	readonly self: string;
}

function Part({ kind, entries, self }: PartProps) {
	const text = useText(directoryTexts);
	const id = useId();
	const own = entries.filter((entry) => entry.kind === kind);
	if (own.length === 0) return null;
	return (
		<section className="di-part" aria-labelledby={id}>
			<h2 id={id}>{text.parts[kind]}</h2>
			<Columns as="ul">
				{own.map((entry) => (
					<EntryCard key={entry.id} entry={entry} self={self === `${entry.kind} ${entry.id}`} />
				))}
			</Columns>
		</section>
	);
}

interface SearchProps {
	readonly search: string;
	setSearch(search: string): void;
}

function Search({ search, setSearch }: SearchProps) {
	const text = useText(directoryTexts);
	const field = useRef<HTMLInputElement>(null);
	useActions([
		{ id: 'search-directory', label: text.search, keys: '/', run: () => field.current?.focus() },
	]);
	return (
		<search className="di-search">
			<TextInput
				ref={field}
				type="search"
				size="md"
				aria-label={text.search}
				placeholder={text.search}
				leftSection={<IconSearch size={20} aria-hidden />}
				rightSection={
					search === '' ? null : (
						<CloseButton aria-label={text.clear} onClick={() => setSearch('')} />
					)
				}
				value={search}
				onChange={(event) => setSearch(event.currentTarget.value)}
				aria-keyshortcuts="/"
			/>
		</search>
	);
}

/** C9: the people, groups, groupements and producers that a role may know. */
export default function DirectoryScreen({ role }: ScreenProps) {
	const text = useText(directoryTexts);
	const { missing, entries, syncedAt, self } = useDirectory(role);
	const [search, setSearch] = useSearchText('q', '');
	const found = searchEntries(entries, search);
	return (
		<Page title={text.title} aside={<DataAge syncedAt={syncedAt} />}>
			<WhenReady view={missing}>
				<Search search={search} setSearch={setSearch} />
				<p className="nv-hidden" role="status">
					{search === '' ? '' : text.found(found.length)}
				</p>
				{found.length === 0 ? (
					<EmptyState
						icon={IconAddressBook}
						title={entries.length === 0 ? text.emptyTitle : text.noneTitle}
					>
						{entries.length === 0 ? text.empty : text.none}
					</EmptyState>
				) : null}
				{ENTRY_KINDS.map((kind) => (
					<Part key={kind} kind={kind} entries={found} self={self} />
				))}
			</WhenReady>
		</Page>
	);
}
