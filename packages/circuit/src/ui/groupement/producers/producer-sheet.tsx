import { Button, TextInput } from '@mantine/core';
import { Chip, ScreenLink, Sheet, useReport, useText, WhenReady } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import type { ProducerSheet } from '../../../model/index.ts';
import { AccessesPanel } from '../../parts/accesses/accesses-panel.tsx';
import { PhotoField } from '../../parts/photo/photo-field.tsx';
import { usePhotos } from '../../parts/photo/use-photos.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { useWrite } from '../../parts/use-write.ts';
import type { GroupementView } from '../parts/use-groupement.ts';
import { producersTexts } from './producers-texts.ts';

interface BodyProps {
	readonly view: GroupementView;
	readonly pr: string;
	readonly sheet: ProducerSheet;
	refresh(): void;
}

function Card({ view, pr, sheet, refresh }: BodyProps) {
	const text = useText(producersTexts);
	const { form } = text;
	const writing = useWrite();
	const { carte, rayons, st } = sheet;
	const saved = { nom: carte.nom, lieu: carte.lieu ?? '', rayons: rayons.join(', ') };
	const [typed, setTyped] = useState<Partial<typeof saved>>({});
	const draft = { ...saved, ...typed };
	const name = draft.nom.trim();
	const isSame = (['nom', 'lieu', 'rayons'] as const).every((one) => draft[one] === saved[one]);
	const place = { right: view.right, type: 'FPR', id: `${view.gp}.${pr}` };
	const write = async (change: object, said: string) => {
		const done = await writing.run([{ name: 'FicheMaj', input: { ...place, ...change } }], said);
		if (done === undefined) return;
		setTyped({});
		refresh();
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const lieu = draft.lieu.trim();
		const list = draft.rayons
			.split(',')
			.map((one) => one.trim())
			.filter(Boolean);
		const change = { carte: { nom: name, lieu: lieu === '' ? null : lieu }, rayons: list };
		void write(change, text.saved(name));
	};
	const field = (one: keyof typeof saved, label: string, maxLength: number) => (
		<TextInput
			{...{ label, maxLength }}
			description={form.notes[one]}
			value={draft[one]}
			onChange={(event) => setTyped({ ...typed, [one]: event.currentTarget.value })}
		/>
	);
	const isOpen = st === 'actif';
	return (
		<form className="cg-form" onSubmit={submit}>
			{isOpen ? null : <Chip tone="danger">{text.closed}</Chip>}
			{field('nom', form.nom, 80)}
			{field('lieu', form.lieu, 120)}
			{field('rayons', form.rayons, 400)}
			<RefusalNote refused={writing.refused} />
			<div className="cg-actions">
				<Button type="submit" variant="default" disabled={isSame || name === ''}>
					{text.save}
				</Button>
				<Button
					variant="subtle"
					color={isOpen ? 'red' : 'pine'}
					title={text.closeNote}
					onClick={() =>
						void write(
							{ st: isOpen ? 'clos' : 'actif' },
							isOpen ? text.closedSaid(carte.nom) : text.reopenedSaid(carte.nom),
						)
					}
				>
					{isOpen ? text.close : text.reopen}
				</Button>
			</div>
		</form>
	);
}

function Body({ view, pr }: Pick<BodyProps, 'view' | 'pr'>) {
	const text = useText(producersTexts);
	const { right, gp } = view;
	const id = `${gp}.${pr}`;
	const report = useReport<ProducerSheet | null>('Lire', { right, type: 'FPR', id });
	const sheet = report.result;
	const photo = usePhotos(gp).get(pr);
	return (
		<WhenReady view={report} retry={report.refresh}>
			{sheet ? (
				<div className="cg-drawer">
					<ScreenLink to={`catalogue?producer=${pr}`} className="cg-link">
						{text.seeProducts}
					</ScreenLink>
					<section className="cg-drawer-part">
						<h3>{text.card}</h3>
						<PhotoField {...{ right, gp, photo }} prod={pr} name={sheet.carte.nom} />
						<Card {...{ view, pr, sheet }} refresh={report.refresh} />
					</section>
					<section className="cg-drawer-part">
						<h3>{text.accesses}</h3>
						<AccessesPanel
							sheet={{ right, type: 'FPR', id }}
							acces={sheet.acces}
							refresh={report.refresh}
						/>
					</section>
				</div>
			) : null}
		</WhenReady>
	);
}

/** One producer: sheet and accesses. */
export function ProducerDrawer(props: {
	readonly view: GroupementView;
	/** Empty = closed. */
	readonly pr: string;
	close(): void;
}) {
	const { view, pr, close } = props;
	return (
		<Sheet beside opened={pr !== ''} onClose={close} size="lg" title={view.producerName(pr)}>
			{pr === '' ? null : <Body key={pr} view={view} pr={pr} />}
		</Sheet>
	);
}
