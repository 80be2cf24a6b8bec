import { Button, Textarea, TextInput } from '@mantine/core';
import { Chip, Prefill, useFormats, useSession, useText, useThread } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import {
	type DirectoryClientDeps,
	type Fault,
	type Identity,
	newLinkSecret,
} from '../client/index.ts';
import type { SponsorData } from '../model/index.ts';
import { Card } from './card.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { sheetTexts } from './sheet-texts.ts';

const DAYS = 14;
const TONES = { waiting: 'plain', accepted: 'ok', declined: 'warn' } as const;

interface Props {
	readonly deps: DirectoryClientDeps;
	readonly identity: Identity;
	/** The link of a secret. */
	linkOf(secret: string): string;
}

function Made({ user }: { user: string }) {
	const text = useText(sheetTexts);
	const formats = useFormats();
	const { now } = useSession();
	const offers = [...useThread(`USER/${user}`).documents('SPONSOR').values()];
	return (
		<ul className="id-rows" aria-live="polite">
			{offers.map(({ id, data }) => {
				const { status, answer = '', until, mail } = data as SponsorData;
				return (
					<li key={id} className="id-row">
						<div>
							<span>
								<Chip tone={TONES[status]}>{text.sponsored[status]}</Chip>
							</span>
							<span>{answer}</span>
							{mail === 'refused' ? <span>{text.mailRefused}</span> : null}
							<small>
								{status === 'waiting' ? text.sponsorshipUntil(formats.moment(until, now())) : ''}
							</small>
						</div>
					</li>
				);
			})}
		</ul>
	);
}

/** Offers somebody to register; and what became of the offers made. */
export function SponsorCard({ deps, identity, linkOf }: Props) {
	const text = useText(sheetTexts);
	const [from, setFrom] = useState('');
	const [words, setWords] = useState('');
	const [link, setLink] = useState<string>();
	const [fault, setFault] = useState<Fault>();
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		const secret = newLinkSecret(deps.random);
		const offered = await identity.sponsor(secret, words, DAYS, from === '' ? {} : { from });
		setFault(offered.ok ? undefined : offered.error);
		setLink(offered.ok && secret.form === 'link' ? linkOf(secret.secret) : undefined);
	};
	return (
		<Card title={text.sponsor} about={text.sponsorAbout}>
			<FaultNotice fault={fault} />
			{link === undefined ? null : (
				<div>
					<strong>{text.sponsorLink}</strong>
					<p className="nv-own-words" data-testid="sponsor-link">
						{link}
					</p>
				</div>
			)}
			<form className="nv-own-form nv-no-print" onSubmit={(event) => void submit(event)}>
				<TextInput
					label={text.yourName}
					maxLength={200}
					value={from}
					onChange={(event) => setFrom(event.currentTarget.value)}
				/>
				<Prefill kind="name" value={from} onTake={setFrom} />
				<Textarea
					label={text.words}
					rows={3}
					maxLength={2000}
					value={words}
					onChange={(event) => setWords(event.currentTarget.value)}
				/>
				<div>
					<Button type="submit" variant="default">
						{text.sponsorDo}
					</Button>
				</div>
			</form>
			<Made user={identity.user} />
		</Card>
	);
}
