import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useReport, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import type { Member } from '../../../client/index.ts';
import type { ConsumerSheet, ConsumerStatus } from '../../../model/index.ts';
import { membersTexts } from './members-texts.ts';
import type { Members } from './use-members.ts';

interface Props {
	readonly members: Members;
	readonly some: readonly Member[];
	done(): void;
}

const STATUSES = [0, 1, 2, 9] as const satisfies ConsumerStatus[];

/** Why a member is where he is; nothing when nothing was said. */
function ReasonBefore({ members, member }: { readonly members: Members; readonly member: Member }) {
	const text = useText(membersTexts);
	const { right, gc } = members;
	const id = `${gc}.${member.co}`;
	const { result } = useReport<ConsumerSheet | null>('Lire', { right, type: 'FCO', id });
	if (!result?.raison) return null;
	return (
		<p>
			{text.reasonBefore(text.statuses[result.st])} <q>{result.raison}</q>
		</p>
	);
}

/** What somebody may do, with the reason he reads; a departure is confirmed by typing. */
export function StatusForm({ members, some, done }: Props) {
	const text = useText(membersTexts);
	const [only] = some;
	const [status, setStatus] = useState<ConsumerStatus>(
		STATUSES.find((one) => one === only?.status) ?? 0,
	);
	const [reason, setReason] = useState('');
	const [typed, setTyped] = useState('');
	const [isBusy, setBusy] = useState(false);
	const word = some.length === 1 ? (only?.card.nom ?? '') : String(some.length);
	const isConfirmed = status !== 9 || typed.trim() === word;
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setBusy(true);
		const isDone = await members.setStatus(some, status, reason);
		setBusy(false);
		if (isDone) done();
	};
	return (
		<form className="cm-form" onSubmit={(event) => void submit(event)}>
			<Radio.Group
				label={text.status}
				value={String(status)}
				onChange={(value) => setStatus(STATUSES.find((one) => String(one) === value) ?? 0)}
			>
				<div className="cm-choices">
					{STATUSES.map((one) => (
						<Radio
							key={one}
							value={String(one)}
							label={text.statuses[one]}
							description={text.statusAbout[one]}
						/>
					))}
				</div>
			</Radio.Group>
			{only && some.length === 1 ? <ReasonBefore members={members} member={only} /> : null}
			<Textarea
				label={text.reason}
				description={text.reasonAbout}
				maxLength={300}
				rows={2}
				value={reason}
				onChange={(event) => setReason(event.currentTarget.value)}
			/>
			{status === 9 ? (
				<TextInput
					label={some.length === 1 ? text.typeName(word) : text.typeCount(some.length)}
					autoComplete="off"
					value={typed}
					onChange={(event) => setTyped(event.currentTarget.value)}
				/>
			) : null}
			{members.fault === undefined ? null : (
				<p className="cm-fault" role="alert">
					{members.fault}
				</p>
			)}
			<Button
				type="submit"
				size="md"
				loading={isBusy}
				disabled={!isConfirmed}
				{...(status === 9 ? { color: 'red' } : {})}
			>
				{text.apply}
			</Button>
		</form>
	);
}
