import { Button, Switch, TextInput } from '@mantine/core';
import { Dialog, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import { suggestedInitials } from '../../../client/index.ts';
import { GivenCard } from '../../parts/invitation/given-card.tsx';
import { type Given, useInviting, type Way } from '../../parts/invitation/use-inviting.ts';
import { WayField } from '../../parts/invitation/way-field.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { useWrite } from '../../parts/use-write.ts';
import type { GroupementView } from '../parts/use-groupement.ts';
import { producersTexts } from './producers-texts.ts';

const EMPTY = { nom: '', init: '', lieu: '', tel: '', mail: '', rayons: '' };
type Draft = typeof EMPTY;

/** Looks like an address: no pattern, whose time would grow with what is typed. */
const isMail = (text: string): boolean => {
	const [name = '', host = '', ...rest] = text.split('@');
	const dot = host.lastIndexOf('.');
	return name !== '' && rest.length === 0 && dot > 0 && dot < host.length - 1 && !/\s/.test(text);
};

const faultOf = ({ nom, mail }: Draft, init: string): 'nom' | 'init' | 'mail' | undefined => {
	if (nom.trim() === '') return 'nom';
	if (!/^\p{L}{2,4}$/u.test(init)) return 'init';
	return mail.trim() === '' || isMail(mail.trim()) ? undefined : 'mail';
};

const inputOf = ({ nom, lieu, tel, mail, rayons }: Draft, init: string) => ({
	carte: { nom: nom.trim(), init, ...(lieu.trim() === '' ? {} : { lieu: lieu.trim() }) },
	contact: {
		tels: tel.trim() === '' ? [] : [{ lab: 'mobile', num: tel.trim() }],
		mails: mail.trim() === '' ? [] : [mail.trim()],
	},
	rayons: rayons
		.split(',')
		.map((one) => one.trim())
		.filter(Boolean),
});

interface BodyProps {
	readonly view: GroupementView;
	close(): void;
}

function Body({ view, close }: BodyProps) {
	const text = useText(producersTexts);
	const { form } = text;
	const invite = useInviting();
	const writing = useWrite();
	const [draft, setDraft] = useState<Draft>(EMPTY);
	const [isInvited, setInvited] = useState(true);
	const [isTold, setTold] = useState(false);
	const [way, setWay] = useState<Way>('link');
	const [isBusy, setBusy] = useState(false);
	const [created, setCreated] = useState<string>();
	const [given, setGiven] = useState<Given>();
	const init = (draft.init === '' ? suggestedInitials(draft.nom) : draft.init).toUpperCase();
	const fault = faultOf(draft, init);
	const name = draft.nom.trim();
	const create = () => {
		const input = { right: view.right, gp: view.gp, ...inputOf(draft, init) };
		return writing.run<{ readonly pr: string }>([{ name: 'PrCreer', input }], form.created(name));
	};
	/** What was refused after the creation is asked again alone: one producer, not two. */
	const save = async () => {
		const pr = created ?? (await create())?.pr;
		if (pr === undefined) return;
		setCreated(pr);
		if (!isInvited) return close();
		const made = await invite(name, way);
		const sheet = { right: view.right, type: 'FPR', id: `${view.gp}.${pr}` };
		const input = { ...sheet, ...made.input };
		if ((await writing.run([{ name: made.operation, input }])) !== undefined) setGiven(made.given);
	};
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setTold(true);
		if (fault || isBusy) return;
		setBusy(true);
		await save();
		setBusy(false);
	};
	if (given) return <GivenCard given={given} done={close} />;
	const field = (name: keyof Draft, label: string) => (
		<TextInput
			label={label}
			description={form.notes[name]}
			disabled={created !== undefined}
			value={name === 'init' ? init : draft[name]}
			error={isTold && fault === name ? form.faults[name as 'nom'] : undefined}
			onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
		/>
	);
	return (
		<form className="cg-form" onSubmit={(event) => void submit(event)} noValidate>
			<div className="cg-pair">
				{field('nom', form.nom)}
				{field('init', form.init)}
				{field('lieu', form.lieu)}
				{field('tel', form.tel)}
				{field('mail', form.mail)}
				{field('rayons', form.rayons)}
			</div>
			<Switch
				label={form.invite}
				description={form.inviteNote}
				checked={isInvited}
				onChange={(event) => setInvited(event.currentTarget.checked)}
			/>
			{isInvited ? <WayField way={way} choose={setWay} /> : null}
			<RefusalNote refused={writing.refused} />
			<div className="cg-actions">
				<Button type="submit" loading={isBusy}>
					{created === undefined ? form.save : form.inviteAgain}
				</Button>
				<Button variant="default" onClick={close}>
					{text.keep}
				</Button>
			</div>
		</form>
	);
}

/** A producer who joins the groupement, and what lets him in: a link, or a phrase. */
export function NewProducerDialog(props: {
	readonly view: GroupementView;
	readonly opened: boolean;
	close(): void;
}) {
	const { form } = useText(producersTexts);
	return (
		<Dialog opened={props.opened} onClose={props.close} size="lg" title={form.title}>
			{props.opened ? <Body view={props.view} close={props.close} /> : null}
		</Dialog>
	);
}
