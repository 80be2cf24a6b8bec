import { Button, Textarea, TextInput } from '@mantine/core';
import { Dialog, useFormats, useText } from '@navette/ui';
import { useState } from 'react';
import { type Delivery, phaseOf } from '../../../model/index.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { calendarTexts } from './calendar-texts.ts';
import type { CalendarDesk } from './use-calendar.ts';

interface BodyProps {
	readonly desk: Pick<CalendarDesk, 'view' | 'writing' | 'close'>;
	readonly livr: string;
	readonly delivery: Delivery;
}

function Body({ desk, livr, delivery }: BodyProps) {
	const text = useText(calendarTexts);
	const { cancelling } = text;
	const { day } = useFormats();
	const [reason, setReason] = useState('');
	const [typed, setTyped] = useState('');
	const phase = phaseOf(delivery, desk.view.now);
	const isPlanned = phase === 0;
	const word = day(livr, 'date');
	const isSure = isPlanned || (reason.trim() !== '' && typed.trim() === word);
	if (phase !== 0 && phase !== 1 && phase !== 2) return <p>{cancelling.late}</p>;
	const submit = async () => {
		const raison = reason.trim();
		const input = {
			...{ right: desk.view.right, gp: desk.view.gp, livr },
			...(raison === '' ? {} : { raison }),
		};
		const said = cancelling.done(day(livr));
		const done = await desk.writing.run([{ name: 'LivrAnnuler', input }], said);
		if (done !== undefined) desk.close();
	};
	return (
		<div className="cg-form">
			<p>{isPlanned ? cancelling.planned : cancelling.opened}</p>
			{isPlanned ? null : (
				<>
					<Textarea
						label={cancelling.reason}
						required
						rows={3}
						maxLength={500}
						value={reason}
						onChange={(event) => setReason(event.currentTarget.value)}
					/>
					<TextInput
						label={cancelling.confirm(word)}
						autoComplete="off"
						value={typed}
						onChange={(event) => setTyped(event.currentTarget.value)}
					/>
				</>
			)}
			<RefusalNote refused={desk.writing.refused} />
			<div className="cg-actions">
				<Button
					color="red"
					disabled={!isSure}
					loading={desk.writing.isBusy}
					onClick={() => void submit()}
				>
					{isPlanned ? cancelling.remove : cancelling.save}
				</Button>
				<Button variant="default" onClick={desk.close}>
					{text.keep}
				</Button>
			</div>
		</div>
	);
}

/** The end of a delivery, with the reason that groups read. */
export function CancelDialog(props: {
	readonly desk: Pick<CalendarDesk, 'view' | 'writing' | 'close' | 'cancelOf'>;
}) {
	const text = useText(calendarTexts);
	const { day } = useFormats();
	const { view, cancelOf, close } = props.desk;
	const known = view.deliveries.find((one) => one.livr === cancelOf);
	return (
		<Dialog
			opened={known !== undefined}
			onClose={close}
			title={text.cancelling.title(day(cancelOf))}
		>
			{known ? <Body desk={props.desk} livr={cancelOf} delivery={known.delivery} /> : null}
		</Dialog>
	);
}
