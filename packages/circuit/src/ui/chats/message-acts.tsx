import { Button } from '@mantine/core';
import { useText } from '@navette/ui';
import { useState } from 'react';
import type { ChatMessage } from '../../client/index.ts';
import { chatTexts } from './chat-texts.ts';
import { EditForm } from './edit-form.tsx';
import { RefuseForm } from './refuse-form.tsx';
import { Sure } from './sure.tsx';
import type { ChatCalls } from './use-chat-calls.ts';

interface Props {
	readonly message: ChatMessage;
	readonly calls: ChatCalls;
}

type Doing = 'edit' | 'erase' | 'urge' | 'refuse';

interface ButtonsProps extends Props {
	/** What was given up last: its button has the focus again. */
	readonly last: Doing | undefined;
	start(doing: Doing): void;
}

function Moderation({ message, calls, last, start }: ButtonsProps) {
	const text = useText(chatTexts);
	const { k } = message;
	return (
		<>
			<Button size="sm" loading={calls.busy === k} onClick={() => void calls.publish(k)}>
				{text.publish}
			</Button>
			<Button
				size="sm"
				variant="default"
				autoFocus={last === 'refuse'}
				onClick={() => start('refuse')}
			>
				{text.refuse}
			</Button>
		</>
	);
}

function Buttons(props: ButtonsProps) {
	const text = useText(chatTexts);
	const { message, calls, last, start } = props;
	const { k, may, urgent } = message;
	const small = { size: 'compact-sm', variant: 'subtle' } as const;
	return (
		<div className="ch-acts">
			{may.moderate ? <Moderation {...props} /> : null}
			{may.edit ? (
				<Button {...small} autoFocus={last === 'edit'} onClick={() => start('edit')}>
					{text.edit}
				</Button>
			) : null}
			{may.urge && !urgent ? (
				<Button {...small} autoFocus={last === 'urge'} onClick={() => start('urge')}>
					{text.urge}
				</Button>
			) : null}
			{may.urge && urgent ? (
				<Button {...small} onClick={() => void calls.urge(k, false)}>
					{text.calm}
				</Button>
			) : null}
			{may.remove ? (
				<Button {...small} autoFocus={last === 'erase'} onClick={() => start('erase')}>
					{text.erase}
				</Button>
			) : null}
		</div>
	);
}

/** What this reader may do with a message; questions are asked in place. */
export function MessageActs({ message, calls }: Props) {
	const text = useText(chatTexts);
	const [doing, setDoing] = useState<Doing>();
	const [last, setLast] = useState<Doing>();
	const { k, may } = message;
	const close = () => {
		setLast(doing);
		setDoing(undefined);
	};
	const busy = calls.busy === k;
	const then = (done: Promise<boolean>) =>
		void done.then((isDone) => (isDone ? close() : undefined));
	const shared = { busy, onNo: close };
	if (doing === 'edit')
		return (
			<EditForm {...{ text: message.text, busy, close }} save={(tx) => then(calls.edit(k, tx))} />
		);
	if (doing === 'refuse')
		return <RefuseForm {...{ busy, close }} refuse={(why) => then(calls.refuse(k, why))} />;
	if (doing === 'erase')
		return (
			<Sure
				{...shared}
				danger
				question={text.eraseSure}
				yes={text.eraseYes}
				onYes={() => then(calls.erase(k))}
			/>
		);
	if (doing === 'urge')
		return (
			<Sure
				{...shared}
				question={text.urgeSure}
				yes={text.urgeYes}
				onYes={() => then(calls.urge(k, true))}
			/>
		);
	const nothing = !may.edit && !may.remove && !may.moderate && !may.urge;
	return nothing ? null : <Buttons {...{ message, calls, last }} start={setDoing} />;
}
