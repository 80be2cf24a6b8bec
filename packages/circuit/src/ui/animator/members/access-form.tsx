import { Button } from '@mantine/core';
import { useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import type { Member } from '../../../client/index.ts';
import type { Given, Way } from '../../parts/invitation/use-inviting.ts';
import { WayField } from '../../parts/invitation/way-field.tsx';
import { membersTexts } from './members-texts.ts';
import type { Members } from './use-members.ts';

interface Props {
	readonly members: Members;
	readonly member: Member;
	given(invitation: Given): void;
}

/** One more access for a member: a link, or words to say. */
export function AccessForm({ members, member, given }: Props) {
	const text = useText(membersTexts);
	const [way, setWay] = useState<Way>('link');
	const [isBusy, setBusy] = useState(false);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (isBusy) return;
		setBusy(true);
		const access = await members.giveAccess(member, way);
		setBusy(false);
		if (access) given(access);
	};
	return (
		<form className="cm-form" onSubmit={(event) => void submit(event)}>
			<WayField way={way} choose={setWay} />
			{members.fault === undefined ? null : (
				<p className="cm-fault" role="alert">
					{members.fault}
				</p>
			)}
			<Button type="submit" size="md" loading={isBusy} data-autofocus>
				{text.give}
			</Button>
		</form>
	);
}
