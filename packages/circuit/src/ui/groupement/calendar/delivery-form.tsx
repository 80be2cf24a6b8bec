import { Button, Checkbox, Switch, TextInput } from '@mantine/core';
import { MomentField, useFormats, useText } from '@navette/ui';
import type { FormEvent } from 'react';
import type { DeliveryDraft, DraftFault } from '../../../client/index.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { calendarTexts } from './calendar-texts.ts';
import type { CalendarDesk } from './use-calendar.ts';

interface Props {
	readonly draft: DeliveryDraft;
	setDraft(draft: DeliveryDraft): void;
	readonly announceOnly: boolean;
	setAnnounce(only: boolean): void;
	readonly fault: DraftFault | undefined;
	readonly desk: CalendarDesk;
	submit(): void;
}

const MOMENTS = ['tOuv', 'tClo', 'tExp'] as const;

function Groups({ draft, setDraft, desk }: Pick<Props, 'draft' | 'setDraft' | 'desk'>) {
	const text = useText(calendarTexts).form;
	const toggle = (gc: string, isServed: boolean) =>
		setDraft({
			...draft,
			groups: isServed ? [...draft.groups, gc] : draft.groups.filter((one) => one !== gc),
		});
	return (
		<fieldset className="cg-fields">
			<legend>{text.groups}</legend>
			<p className="nv-quiet">{desk.view.linked.length === 0 ? text.noGroups : text.groupsNote}</p>
			{desk.view.linked.map((gc) => (
				<Checkbox
					key={gc}
					label={desk.view.groupName(gc)}
					checked={draft.groups.includes(gc)}
					onChange={(event) => toggle(gc, event.currentTarget.checked)}
				/>
			))}
		</fieldset>
	);
}

/** The fields of a new delivery: day, name, dates, groups. */
export function DeliveryForm(props: Props) {
	const { draft, setDraft, announceOnly, setAnnounce, fault, desk, submit } = props;
	const text = useText(calendarTexts);
	const { form } = text;
	const { day } = useFormats();
	const errorOf = (field: DraftFault['field']) =>
		fault?.field === field ? form.faults[fault.why] : undefined;
	const send = (event: FormEvent) => {
		event.preventDefault();
		submit();
	};
	const model = desk.facts.model?.livr;
	return (
		<form className="cg-form" onSubmit={send} noValidate>
			<div className="cg-pair">
				<MomentField
					kind="day"
					label={form.day}
					note={form.dayNote}
					value={draft.day}
					error={errorOf('day')}
					change={(value) => setDraft({ ...draft, day: value })}
				/>
				<TextInput
					label={form.suffix}
					description={form.suffixNote}
					maxLength={1}
					value={draft.suffix}
					onChange={(event) =>
						setDraft({ ...draft, suffix: event.currentTarget.value.toLowerCase() })
					}
				/>
			</div>
			<TextInput
				label={form.label}
				description={form.labelNote}
				maxLength={80}
				value={draft.label}
				onChange={(event) => setDraft({ ...draft, label: event.currentTarget.value })}
			/>
			<fieldset className="cg-fields">
				<legend>{form.dates}</legend>
				{model === undefined ? null : <p className="nv-quiet">{form.datesNote(day(model))}</p>}
				<div className="cg-pair">
					{MOMENTS.map((field) => (
						<MomentField
							key={field}
							label={form[field]}
							note={form.momentNotes[field]}
							value={draft[field]}
							error={errorOf(field)}
							change={(value) => setDraft({ ...draft, [field]: value })}
						/>
					))}
				</div>
			</fieldset>
			<Groups {...{ draft, setDraft, desk }} />
			<Switch
				label={form.announceOnly}
				description={form.announceNote}
				checked={announceOnly}
				onChange={(event) => setAnnounce(event.currentTarget.checked)}
			/>
			<RefusalNote refused={desk.writing.refused} />
			<div className="cg-actions">
				<Button type="submit" loading={desk.writing.isBusy}>
					{announceOnly ? form.announce : form.save}
				</Button>
				<Button variant="default" onClick={desk.close}>
					{text.keep}
				</Button>
			</div>
		</form>
	);
}
