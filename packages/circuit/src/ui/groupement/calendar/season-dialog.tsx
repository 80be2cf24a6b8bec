import { Button, Checkbox, NativeSelect, NumberInput, Radio } from '@mantine/core';
import { Chip, Dialog, useFormats, useText } from '@navette/ui';
import { useState } from 'react';
import { MAX_COPIES, type PlannedCopy, plannedCopies, seasonDays } from '../../../client/index.ts';
import type { Delivery } from '../../../model/index.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { calendarTexts } from './calendar-texts.ts';
import type { CalendarDesk } from './use-calendar.ts';

const RHYTHMS = ['month', '1', '2', '3', '4', '6', '8'] as const;

interface CopiesProps {
	readonly copies: readonly PlannedCopy[];
	readonly left: ReadonlySet<string>;
	toggle(livr: string): void;
}

/** The deliveries that would be made, each with its closing and what stands in its way. */
function Copies({ copies, left, toggle }: CopiesProps) {
	const text = useText(calendarTexts);
	const { season } = text;
	const formats = useFormats();
	return (
		<fieldset className="cg-fields">
			<legend>{season.days}</legend>
			<ul className="cg-copies">
				{copies.map(({ livr, delivery, fault, conflicts }) => (
					<li key={livr}>
						<Checkbox
							label={formats.day(livr)}
							description={
								delivery
									? season.closes(
											`${formats.longDate(delivery.tClo)} ${formats.time(delivery.tClo)}`,
										)
									: undefined
							}
							disabled={fault !== undefined}
							checked={fault === undefined && !left.has(livr)}
							onChange={() => toggle(livr)}
						/>
						{fault ? <Chip tone="danger">{season.faults[fault]}</Chip> : null}
						{fault
							? null
							: conflicts.map((one) => (
									<Chip key={one.livr} tone="warn">
										{text.conflict[one.kind](formats.day(one.livr, 'short'))}
									</Chip>
								))}
					</li>
				))}
			</ul>
		</fieldset>
	);
}

interface BodyProps {
	readonly desk: CalendarDesk;
	readonly livr: string;
	readonly delivery: Delivery;
}

function Body({ desk, livr, delivery }: BodyProps) {
	const text = useText(calendarTexts);
	const { season } = text;
	const [rhythm, setRhythm] = useState<string>('month');
	const [count, setCount] = useState(6);
	const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
	const [source, setSource] = useState('general');
	const kind =
		rhythm === 'month'
			? ({ kind: 'month' } as const)
			: ({ kind: 'weeks', every: Number(rhythm) } as const);
	const copies = plannedCopies(delivery, livr, seasonDays(livr, kind, count), desk.view);
	const chosen = copies.filter((one) => one.fault === undefined && !left.has(one.livr));
	const toggle = (day: string) =>
		setLeft((before) =>
			before.has(day)
				? new Set([...before].filter((one) => one !== day))
				: new Set([...before, day]),
		);
	const submit = async () => {
		const to = chosen.map((one) => one.livr);
		const input = {
			right: desk.view.right,
			gp: desk.view.gp,
			livr,
			to,
			catalogue: source === 'own',
		};
		const done = await desk.writing.run([{ name: 'LivrDupliquer', input }], season.done(to.length));
		if (done !== undefined) desk.close();
	};
	return (
		<div className="cg-form">
			<p className="nv-quiet">{season.about}</p>
			<div className="cg-pair">
				<NativeSelect
					label={season.rhythm}
					value={rhythm}
					onChange={(event) => setRhythm(event.currentTarget.value)}
					data={RHYTHMS.map((value) => ({
						value,
						label:
							value === 'month'
								? season.month
								: value === '1'
									? season.week
									: season.weeks(Number(value)),
					}))}
				/>
				<NumberInput
					label={season.count}
					description={season.countNote}
					min={1}
					max={MAX_COPIES}
					value={count}
					onChange={(value) => setCount(Math.min(MAX_COPIES, Math.max(1, Number(value) || 1)))}
				/>
			</div>
			<Copies {...{ copies, left, toggle }} />
			<Radio.Group
				label={season.catalogue}
				description={season.catalogueNote}
				value={source}
				onChange={setSource}
			>
				<div className="cg-choices">
					<Radio value="general" label={season.fromGeneral} />
					<Radio value="own" label={season.fromSource} />
				</div>
			</Radio.Group>
			<RefusalNote refused={desk.writing.refused} />
			<div className="cg-actions">
				<Button
					disabled={chosen.length === 0}
					loading={desk.writing.isBusy}
					onClick={() => void submit()}
				>
					{chosen.length === 0 ? season.none : season.save(chosen.length)}
				</Button>
				<Button variant="default" onClick={desk.close}>
					{text.keep}
				</Button>
			</div>
		</div>
	);
}

/** A delivery copied over a season: same weekdays, same hours. */
export function SeasonDialog({ desk }: { readonly desk: CalendarDesk }) {
	const text = useText(calendarTexts);
	const { day } = useFormats();
	const { seasonOf: livr } = desk;
	const known = desk.view.deliveries.find((one) => one.livr === livr);
	return (
		<Dialog
			opened={known !== undefined}
			onClose={desk.close}
			size="lg"
			title={text.season.title(day(livr))}
		>
			{known ? <Body desk={desk} livr={livr} delivery={known.delivery} /> : null}
		</Dialog>
	);
}
