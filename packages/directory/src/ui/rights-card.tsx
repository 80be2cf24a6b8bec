import { Button, TextInput } from '@mantine/core';
import { Chip, useFormats, useText } from '@navette/ui';
import { type FormEvent, useEffect, useState } from 'react';
import { type RightSignature, type Sheet, signatureOf } from '../client/index.ts';
import { Card } from './card.tsx';
import { sheetTexts } from './sheet-texts.ts';
import type { OwnSheet } from './use-sheet.ts';

type Right = Sheet['rights'][number];
export type RightState = 'presented' | 'revoked' | 'kept';

const SIGNED = { signed: 'ok', forged: 'danger', unsigned: 'plain' } as const;

/** Whether a right of the sheet was signed by its service, once that is known. */
function useSignature({ identity, sheet }: OwnSheet, right: Right): RightSignature | undefined {
	const [signature, setSignature] = useState<RightSignature>();
	useEffect(() => {
		let isWanted = true;
		void signatureOf(identity, right, sheet.rights).then(
			(found) => isWanted && setSignature(found),
		);
		return () => {
			isWanted = false;
		};
	}, [identity, right, sheet.rights]);
	return signature;
}

const TONES = { presented: 'ok', revoked: 'danger', kept: 'plain' } as const;

interface RowProps {
	readonly own: OwnSheet;
	readonly right: Right;
	readonly state: RightState;
	/** What a usage is called by those who have it. */
	usageName(usage: string): string;
	onOpen(right: Right): void;
}

function Row({ own, right, state, usageName, onOpen }: RowProps) {
	const text = useText(sheetTexts);
	const formats = useFormats();
	const signature = useSignature(own, right);
	const { granted } = right;
	const wordsOf = ({ usage, subject }: { readonly usage: string; readonly subject: string }) =>
		subject === '' ? usageName(usage) : `${usageName(usage)} (${subject})`;
	const [typed, setTyped] = useState<string>();
	const comment = typed ?? right.comment;
	const isSame = (one: Right) => one.right === right.right && one.org === right.org;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		void own
			.change((before) => ({
				...before,
				rights: before.rights.map((one) => (isSame(one) ? { ...one, comment } : one)),
			}))
			.then((isSaved) => isSaved && setTyped(undefined));
	};
	const remove = () =>
		own.change((before) => ({
			...before,
			rights: before.rights.filter((one) => !isSame(one)),
		}));
	return (
		<li className="id-row">
			<div>
				<strong>{right.org}</strong>
				<small>{text.service(right.service)}</small>
				{granted ? (
					<small>
						{granted.rights.map(wordsOf).join(', ')}, {text.rightUntil(formats.date(granted.until))}
					</small>
				) : null}
				<span className="id-chips">
					<Chip tone={TONES[state]}>{text.states[state]}</Chip>
					{signature ? <Chip tone={SIGNED[signature]}>{text.signatures[signature]}</Chip> : null}
				</span>
				<form className="nv-own-form" onSubmit={submit}>
					<TextInput
						label={text.comment}
						maxLength={200}
						value={comment}
						onChange={(event) => setTyped(event.currentTarget.value)}
					/>
					<div className="nv-own-actions nv-no-print">
						<Button type="submit" variant="default" disabled={comment === right.comment}>
							{text.save}
						</Button>
						<Button
							variant="default"
							aria-label={`${text.open} ${right.org}`}
							onClick={() => onOpen(right)}
						>
							{text.open}
						</Button>
						<Button
							variant="subtle"
							aria-label={`${text.removeRight}, ${right.org}`}
							onClick={() => void remove()}
						>
							{text.removeRight}
						</Button>
					</div>
				</form>
			</div>
		</li>
	);
}

interface Props {
	readonly own: OwnSheet;
	stateOf(right: Right): RightState;
	usageName(usage: string): string;
	onOpen(right: Right): void;
}

/** The access rights of somebody, with comments. */
export function RightsCard({ own, stateOf, usageName, onOpen }: Props) {
	const text = useText(sheetTexts);
	const { rights } = own.sheet;
	return (
		<Card title={text.rights} about={text.rightsAbout}>
			{rights.length === 0 ? <p>{text.rightsNone}</p> : null}
			<ul className="id-rows">
				{rights.map((right) => (
					<Row
						key={`${right.org} ${right.right}`}
						{...{ own, right, usageName, onOpen, state: stateOf(right) }}
					/>
				))}
			</ul>
		</Card>
	);
}
