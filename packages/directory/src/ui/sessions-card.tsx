import { Button, TextInput } from '@mantine/core';
import type { WireError } from '@navette/protocol';
import {
	Chip,
	ErrorState,
	LoadingState,
	useFormats,
	useReport,
	useSession,
	useText,
	useThread,
} from '@navette/ui';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Card } from './card.tsx';
import { sheetTexts } from './sheet-texts.ts';

interface SessionRow {
	readonly session: string;
	readonly label: string;
	readonly kind: 'personal' | 'anonymous';
	readonly created: number;
	readonly end: number;
	readonly isThis: boolean;
}

interface RowProps {
	readonly row: SessionRow;
	/** Runs an operation on it; the list is asked again. */
	onDo(name: 'session.end' | 'session.name', input: object): Promise<void>;
}

function Row({ row, onDo }: RowProps) {
	const text = useText(sheetTexts);
	const formats = useFormats();
	const { now } = useSession();
	const [name, setName] = useState<string>();
	const { session, label } = row;
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		await onDo('session.name', { session, label: name ?? '' });
		setName(undefined);
	};
	const lasts = text.untilWhen(formats.moment(row.end, now()));
	return (
		<li className="id-row">
			<div>
				<strong>{label === '' ? text.sessionKinds[row.kind] : label}</strong>
				<small>
					{text.sessionKinds[row.kind]} · {text.since(formats.moment(row.created, now()))}, {lasts}
				</small>
				{row.isThis ? (
					<span>
						<Chip tone="ok">{text.thisOne}</Chip>
					</span>
				) : null}
			</div>
			{name === undefined ? (
				<div className="nv-own-actions nv-no-print">
					<Button
						variant="default"
						aria-label={`${text.rename} ${label}`}
						onClick={() => setName(label)}
					>
						{text.rename}
					</Button>
					{row.isThis ? null : (
						<Button
							color="red"
							variant="outline"
							aria-label={`${text.end} ${label}`}
							onClick={() => void onDo('session.end', { session })}
						>
							{text.end}
						</Button>
					)}
				</div>
			) : (
				<form className="nv-own-form" onSubmit={(event) => void submit(event)}>
					<TextInput
						label={text.sessionName}
						maxLength={60}
						value={name}
						onChange={(event) => setName(event.currentTarget.value)}
					/>
					<div className="nv-own-actions">
						<Button type="submit">{text.save}</Button>
						<Button variant="subtle" onClick={() => setName(undefined)}>
							{text.cancel}
						</Button>
					</div>
				</form>
			)}
		</li>
	);
}

/** What entered under one's identity: listed, named, ended. */
export function SessionsCard({ user }: { user: string }) {
	const text = useText(sheetTexts);
	const session = useSession();
	const { result, error, refresh } = useReport<readonly SessionRow[]>('sessions', {});
	const { version } = useThread(`USER/${user}`);
	const seen = useRef(version);
	useEffect(() => {
		/* what is announced may be a session that came or went */
		if (seen.current !== version) refresh();
		seen.current = version;
	}, [version, refresh]);
	const [refused, setRefused] = useState<WireError>();
	const doIt: RowProps['onDo'] = async (name, input) => {
		const done = await session.call(name, input);
		setRefused(done.ok ? undefined : done.error);
		refresh();
	};
	const shown = refused ?? (result ? undefined : error);
	return (
		<Card title={text.sessions} about={text.sessionsAbout}>
			{shown ? <ErrorState error={shown} retry={refresh} /> : null}
			{result ? (
				<ul className="id-rows">
					{result.map((row) => (
						<Row key={row.session} row={row} onDo={doIt} />
					))}
				</ul>
			) : error ? null : (
				<LoadingState rows={1} />
			)}
		</Card>
	);
}
