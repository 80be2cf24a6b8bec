import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Chip, Dialog, useFormats, useSession, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import { GivenCard } from '../invitation/given-card.tsx';
import { type Given, useInviting, type Way } from '../invitation/use-inviting.ts';
import { WayField } from '../invitation/way-field.tsx';
import { RefusalNote } from '../refusal-note.tsx';
import { useWrite } from '../use-write.ts';
import { accessesTexts } from './accesses-texts.ts';
import '../desk.css';
import './accesses.css';

interface Access {
	readonly lab: string;
	readonly pw: 1 | 2;
	/** Offered by a phrase, which nobody takes up after this instant. */
	readonly offre?: number;
	/** What was offered has been taken up. */
	readonly pris?: true;
}

interface Props {
	/** The sheet whose accesses these are, and the right that changes it. */
	readonly sheet: {
		readonly right: string;
		readonly type: 'FPR' | 'FGP' | 'FCO' | 'FGC';
		readonly id: string;
	};
	readonly acces: readonly Access[];
	/** Read the sheet again. */
	refresh(): void;
}

/** What became of an offer; nothing for an access that is a link. */
function OfferState({ access: { offre, pris } }: { readonly access: Access }) {
	const text = useText(accessesTexts);
	const formats = useFormats();
	const { now } = useSession();
	if (offre === undefined) return null;
	if (pris) return <Chip tone="ok">{text.taken}</Chip>;
	if (offre <= now()) return <Chip tone="warn">{text.expired}</Chip>;
	return <Chip>{text.waiting(formats.dateTime(offre))}</Chip>;
}

function Withdraw(props: { readonly lab: string; close(): void; withdraw(): void }) {
	const text = useText(accessesTexts);
	return (
		<Dialog opened={props.lab !== ''} onClose={props.close} title={text.withdrawTitle(props.lab)}>
			<div className="cg-form">
				<p>{text.withdrawWhy}</p>
				<div className="cg-actions">
					<Button color="red" onClick={props.withdraw}>
						{text.withdraw(props.lab)}
					</Button>
					<Button variant="default" onClick={props.close}>
						{text.keep}
					</Button>
				</div>
			</div>
		</Dialog>
	);
}

/** Who may act for a sheet: each by a link of their own, made here and shown once; withdrawn at once. */
export function AccessesPanel({ sheet, acces, refresh }: Props) {
	const text = useText(accessesTexts);
	const invite = useInviting();
	const writing = useWrite();
	const [lab, setLab] = useState('');
	const [power, setPower] = useState<1 | 2>(2);
	const [way, setWay] = useState<Way>('link');
	const [isBusy, setBusy] = useState(false);
	const [given, setGiven] = useState<Given>();
	const [leaving, setLeaving] = useState('');
	const hasPowers = sheet.type === 'FGP' || sheet.type === 'FGC';
	const give = async (event: FormEvent) => {
		event.preventDefault();
		if (lab.trim() === '' || isBusy) return;
		setBusy(true);
		const made = await invite(lab.trim(), way);
		const more = hasPowers ? { pw: power } : {};
		const input = { ...sheet, ...made.input, ...more };
		const done = await writing.run([{ name: made.operation, input }]);
		setBusy(false);
		if (done === undefined) return;
		setGiven(made.given);
		setLab('');
		refresh();
	};
	const withdraw = async () => {
		const said = text.withdrawn(leaving);
		const done = await writing.run(
			[{ name: 'AccesRetirer', input: { ...sheet, lab: leaving } }],
			said,
		);
		setLeaving('');
		if (done !== undefined) refresh();
	};
	return (
		<div className="cg-form">
			<p className="nv-quiet">{acces.length === 0 ? text.noAccess : text.accessesAbout}</p>
			<ul className="ci-accesses">
				{acces.map((one) => (
					<li key={one.lab}>
						<span className="ci-access-of">{one.lab}</span>
						<OfferState access={one} />
						{hasPowers ? <Chip>{text.powers[one.pw]}</Chip> : null}
						<Button
							variant="subtle"
							color="red"
							aria-label={text.withdraw(one.lab)}
							onClick={() => setLeaving(one.lab)}
						>
							{text.withdrawShort}
						</Button>
					</li>
				))}
			</ul>
			{given ? <GivenCard given={given} done={() => setGiven(undefined)} /> : null}
			<form className="cg-inline" onSubmit={(event) => void give(event)}>
				<TextInput
					label={text.who}
					description={text.whoNote}
					maxLength={80}
					value={lab}
					onChange={(event) => setLab(event.currentTarget.value)}
				/>
				{hasPowers ? (
					<NativeSelect
						label={text.power}
						value={String(power)}
						onChange={(event) => setPower(event.currentTarget.value === '1' ? 1 : 2)}
						data={[
							{ value: '2', label: text.powers[2] },
							{ value: '1', label: text.powers[1] },
						]}
					/>
				) : null}
				<WayField way={way} choose={setWay} />
				<Button type="submit" variant="default" loading={isBusy} disabled={lab.trim() === ''}>
					{text.give}
				</Button>
			</form>
			<RefusalNote refused={writing.refused} />
			<Withdraw lab={leaving} close={() => setLeaving('')} withdraw={() => void withdraw()} />
		</div>
	);
}
