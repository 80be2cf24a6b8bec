import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import { areInitials, proposedInitials } from '../../../client/index.ts';
import type { Given, Way } from '../../parts/invitation/use-inviting.ts';
import { WayField } from '../../parts/invitation/way-field.tsx';
import { membersTexts } from './members-texts.ts';
import type { Members } from './use-members.ts';

interface Props {
	readonly members: Members;
	given(invitation: Given): void;
}

/** A new member: who it is, how to reach him; then his link. */
export function InviteForm({ members, given }: Props) {
	const text = useText(membersTexts);
	const [name, setName] = useState('');
	const [initials, setInitials] = useState<string>();
	const [phone, setPhone] = useState('');
	const [mail, setMail] = useState('');
	const [way, setWay] = useState<Way>('link');
	const [isBusy, setBusy] = useState(false);
	const shown = initials ?? proposedInitials(name);
	const isReady = name.trim() !== '' && areInitials(shown) && (phone !== '' || mail !== '');
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setBusy(true);
		const reach = { phone: phone.trim(), mail: mail.trim() };
		const person = { name: name.trim(), initials: shown, ...reach, way };
		const access = await members.invite(person);
		setBusy(false);
		if (access) given(access);
	};
	return (
		<form className="cm-form" onSubmit={(event) => void submit(event)}>
			<TextInput
				label={text.name}
				required
				maxLength={80}
				data-autofocus
				value={name}
				onChange={(event) => setName(event.currentTarget.value)}
			/>
			<TextInput
				label={text.initials}
				description={text.initialsAbout}
				required
				maxLength={4}
				value={shown}
				onChange={(event) => setInitials(event.currentTarget.value.toLocaleUpperCase())}
			/>
			<TextInput
				label={text.phone}
				type="tel"
				maxLength={30}
				value={phone}
				onChange={(event) => setPhone(event.currentTarget.value)}
			/>
			<TextInput
				label={text.mail}
				type="email"
				maxLength={254}
				value={mail}
				onChange={(event) => setMail(event.currentTarget.value)}
			/>
			<p className="nv-quiet">{text.reachable}</p>
			<WayField way={way} choose={setWay} />
			{members.fault === undefined ? null : (
				<p className="cm-fault" role="alert">
					{members.fault}
				</p>
			)}
			<Button type="submit" size="md" loading={isBusy} disabled={!isReady}>
				{text.create}
			</Button>
		</form>
	);
}

/** One more animator, main or helper: a link to the group itself. */
export function InviteAnimatorForm({ members, given }: Props) {
	const text = useText(membersTexts);
	const [name, setName] = useState('');
	const [power, setPower] = useState<1 | 2>(2);
	const [way, setWay] = useState<Way>('link');
	const [isBusy, setBusy] = useState(false);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setBusy(true);
		const access = await members.inviteAnimator(name.trim(), power, way);
		setBusy(false);
		if (access) given(access);
	};
	return (
		<form className="cm-form" onSubmit={(event) => void submit(event)}>
			<TextInput
				label={text.animatorName}
				required
				maxLength={80}
				data-autofocus
				value={name}
				onChange={(event) => setName(event.currentTarget.value)}
			/>
			<NativeSelect
				label={text.power}
				value={String(power)}
				data={[
					{ value: '2', label: text.powers[2] },
					{ value: '1', label: text.powers[1] },
				]}
				onChange={(event) => setPower(event.currentTarget.value === '1' ? 1 : 2)}
			/>
			<WayField way={way} choose={setWay} />
			{members.fault === undefined ? null : (
				<p className="cm-fault" role="alert">
					{members.fault}
				</p>
			)}
			<Button type="submit" size="md" loading={isBusy} disabled={name.trim() === ''}>
				{text.give}
			</Button>
		</form>
	);
}
