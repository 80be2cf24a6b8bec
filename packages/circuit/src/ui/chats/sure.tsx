import { Button } from '@mantine/core';
import { useText } from '@navette/ui';
import { chatTexts } from './chat-texts.ts';

interface Props {
	readonly question: string;
	readonly yes: string;
	readonly danger?: boolean;
	readonly busy: boolean;
	onYes(): void;
	onNo(): void;
}

/** A question asked in place, for what reaches others and cannot be taken back. */
export function Sure({ question, yes, danger = false, busy, onYes, onNo }: Props) {
	const text = useText(chatTexts);
	return (
		<div className="ch-sure">
			<p>{question}</p>
			<div className="ch-acts">
				<Button size="sm" {...(danger ? { color: 'red' } : {})} loading={busy} onClick={onYes}>
					{yes}
				</Button>
				<Button autoFocus size="sm" variant="default" onClick={onNo}>
					{text.keep}
				</Button>
			</div>
		</div>
	);
}
