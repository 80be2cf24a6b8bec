import { Button, Textarea } from '@mantine/core';
import { useActions, useText } from '@navette/ui';
import { IconListDetails, IconSend2 } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useId, useRef } from 'react';
import { chatTexts } from './chat-texts.ts';
import { MAX_MESSAGE } from './message-length.ts';
import type { ChatView } from './use-chat.ts';
import type { MessageDraft } from './use-message-draft.ts';

interface Props {
	readonly view: ChatView;
	readonly draft: MessageDraft;
	/** Begins a message; '' when nothing changed, absent where there is nothing to begin with. */
	readonly changes: string | undefined;
	sent(): void;
}

function Closed({ view }: Pick<Props, 'view'>) {
	const { closed } = useText(chatTexts);
	const { standing, place } = view;
	if (standing === 'pub' || standing === 'att') return null;
	const why = standing === 'never' ? closed.never[place.type] : closed[standing];
	return <p className="ch-closed nv-quiet">{why}</p>;
}

function Beneath({
	view,
	draft,
	over,
	id,
}: Omit<Props, 'sent' | 'changes'> & { over: number; id: string }) {
	const text = useText(chatTexts);
	const length = draft.text.trim().length;
	const notes = [
		view.standing === 'att' ? text.willWait[view.place.type] : '',
		draft.atRisk ? text.atRisk : '',
		view.fault ?? '',
	].filter(Boolean);
	return (
		<div className="ch-beneath">
			<p id={id} role={over > 0 || view.fault ? 'alert' : undefined}>
				{over > 0 ? text.tooLong(over) : notes.join(' ')}
			</p>
			<span data-over={over > 0 || undefined}>
				<span aria-hidden>{text.count(length)}</span>
				<span className="nv-hidden">{text.countSaid(length)}</span>
			</span>
		</div>
	);
}

/** Where one writes: a draft kept through restarts, a count, and what becomes of the words. */
export function Composer({ view, draft, changes, sent }: Props) {
	const text = useText(chatTexts);
	const id = useId();
	const words = draft.text.trim();
	const over = Math.max(0, words.length - MAX_MESSAGE);
	const field = useRef<HTMLTextAreaElement>(null);
	useActions([
		{ id: 'chat-write', label: text.write, keys: 'n', run: () => field.current?.focus() },
	]);
	const writes = view.standing === 'pub' || view.standing === 'att';
	if (!writes) return <Closed view={view} />;
	const send = async () => {
		if (words === '' || over > 0) return;
		if (!(await view.write(words))) return;
		draft.forget();
		sent();
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		void send();
	};
	const press = (event: KeyboardEvent) => {
		if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		void send();
	};
	return (
		<form className="ch-composer" onSubmit={submit}>
			{changes === undefined ? null : (
				<Button
					size="compact-sm"
					variant="subtle"
					leftSection={<IconListDetails size={16} aria-hidden />}
					disabled={changes === ''}
					onClick={() => draft.change([draft.text.trim(), changes].filter(Boolean).join('\n\n'))}
				>
					{changes === '' ? text.noChange : text.fromChanges}
				</Button>
			)}
			<div className="ch-write">
				<Textarea
					ref={field}
					autosize
					minRows={1}
					maxRows={6}
					size="md"
					aria-label={text.write}
					aria-describedby={id}
					aria-invalid={over > 0 || undefined}
					aria-keyshortcuts="Control+Enter"
					placeholder={text.write}
					value={draft.text}
					onChange={(event) => draft.change(event.currentTarget.value)}
					onKeyDown={press}
				/>
				<Button
					type="submit"
					size="md"
					disabled={words === '' || over > 0}
					title={text.sendKeys}
					leftSection={<IconSend2 size={18} aria-hidden />}
				>
					{text.send}
				</Button>
			</div>
			<Beneath {...{ view, draft, over, id }} />
		</form>
	);
}
