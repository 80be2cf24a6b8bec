import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { Random } from '@navette/core';
import { generatePhrase } from '@navette/crypto';
import {
	Chip,
	type Language,
	Prefill,
	useFormats,
	useLanguage,
	useSession,
	useText,
	useThread,
} from '@navette/ui';
import { type FormEvent, useState } from 'react';
import {
	type DirectoryClientDeps,
	type Fault,
	type Identity,
	newCodeSecret,
	newLinkSecret,
	type SponsorSecret,
} from '../client/index.ts';
import type { SponsorData } from '../model/index.ts';
import { Card } from './card.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { MadeSecret } from './made-secret.tsx';
import { sheetTexts } from './sheet-texts.ts';
import { sponsorTexts } from './sponsor-texts.ts';

const DAYS = 14;
const FORMS = ['link', 'phrase', 'code'] as const;
type Form = SponsorSecret['form'];
const TONES = { waiting: 'plain', accepted: 'ok', declined: 'warn' } as const;

const newSecret = async (
	form: Form,
	language: Language,
	random: Random,
): Promise<SponsorSecret> => {
	if (form === 'code') return newCodeSecret(random);
	if (form === 'link') return newLinkSecret(random);
	return { form, phrase: await generatePhrase(language, { random }) };
};

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
	const by = useText(sponsorTexts);
	const language = useLanguage();
	const [form, setForm] = useState<Form>('link');
	const [made, setMade] = useState<SponsorSecret>();
	const [isBusy, setIsBusy] = useState(false);
	const [fault, setFault] = useState<Fault>();
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (isBusy) return;
		setIsBusy(true);
		const secret = await newSecret(form, language, deps.random);
		const offered = await identity.sponsor(secret, words, DAYS, from === '' ? {} : { from });
		setFault(offered.ok ? undefined : offered.error);
		setMade(offered.ok ? secret : undefined);
		setIsBusy(false);
	};
	return (
		<Card title={text.sponsor} about={text.sponsorAbout}>
			<FaultNotice fault={fault} />
			{made === undefined ? null : <MadeSecret secret={made} linkOf={linkOf} />}
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
				<NativeSelect
					label={by.form}
					description={by.forms[form].about}
					value={form}
					data={FORMS.map((one) => ({ value: one, label: by.forms[one].name }))}
					onChange={(event) => {
						const chosen = event.currentTarget.value;
						setForm(FORMS.find((one) => one === chosen) ?? 'link');
					}}
				/>
				<div>
					<Button type="submit" variant="default" loading={isBusy}>
						{by.forms[form].make}
					</Button>
				</div>
			</form>
			<Made user={identity.user} />
		</Card>
	);
}
