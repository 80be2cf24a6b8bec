import { Button, Switch, TextInput } from '@mantine/core';
import { Dialog, useSession, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import { suggestedInitials } from '../../../client/index.ts';
import { InvitationCard } from '../../parts/invitation/invitation-card.tsx';
import { type Invitation, newInvitation } from '../../parts/invitation/new-invitation.ts';
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
	const { org } = useSession();
	const writing = useWrite();
	const [draft, setDraft] = useState<Draft>(EMPTY);
	const [isInvited, setInvited] = useState(true);
	const [isTold, setTold] = useState(false);
	const [given, setGiven] = useState<Invitation>();
	const init = (draft.init === '' ? suggestedInitials(draft.nom) : draft.init).toUpperCase();
	const fault = faultOf(draft, init);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setTold(true);
		if (fault) return;
		const made = isInvited ? await newInvitation(org, draft.nom.trim()) : undefined;
		const acces = made ? { acces: { lab: made.lab, hash: made.hash } } : {};
		const input = { right: view.right, gp: view.gp, ...inputOf(draft, init), ...acces };
		const said = form.created(draft.nom.trim());
		if ((await writing.run([{ name: 'PrCreer', input }], said)) === undefined) return;
		if (made) setGiven(made);
		else close();
	};
	if (given) return <InvitationCard invitation={given} done={close} />;
	const field = (name: keyof Draft, label: string) => (
		<TextInput
			label={label}
			description={form.notes[name]}
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
			<RefusalNote refused={writing.refused} />
			<div className="cg-actions">
				<Button type="submit" loading={writing.isBusy}>
					{form.save}
				</Button>
				<Button variant="default" onClick={close}>
					{text.keep}
				</Button>
			</div>
		</form>
	);
}

/** A producer who joins the groupement, and the link that lets him in. */
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
