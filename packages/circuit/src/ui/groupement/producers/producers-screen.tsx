import { Button, UnstyledButton } from '@mantine/core';
import {
	Columns,
	DataAge,
	EmptyState,
	KeyHint,
	Page,
	type ScreenProps,
	useActions,
	useReport,
	useSearchText,
	useText,
	useThread,
	WhenReady,
} from '@navette/ui';
import { IconTractor, IconUserPlus } from '@tabler/icons-react';
import { documentOf } from '../../../client/index.ts';
import type { GroupementSheet, ProducersDirectory } from '../../../model/index.ts';
import { AccessesPanel } from '../../parts/accesses/accesses-panel.tsx';
import { OfflineNote } from '../../parts/offline-note.tsx';
import { isMainManager } from '../parts/is-main-manager.ts';
import { useGroupement } from '../parts/use-groupement.ts';
import { NewProducerDialog } from './new-producer-dialog.tsx';
import { ProducerDrawer } from './producer-sheet.tsx';
import { producersTexts } from './producers-texts.ts';
import '../../parts/frame.css';
import '../groupement.css';
import '../../parts/desk.css';
import '../delivery/delivery.css';
import '../catalogue/catalogue.css';
import '../groups/groups.css';
import './producers.css';

type Known = ProducersDirectory['prs'][string];

interface CardProps {
	readonly pr: string;
	readonly producer: Known;
	readonly canOpen: boolean;
	open(): void;
}

function ProducerCard({ pr, producer, canOpen, open }: CardProps) {
	const text = useText(producersTexts);
	const { carte, contact, rayons } = producer;
	const about = [carte.lieu, rayons.join(', ')].filter(Boolean).join(' · ');
	return (
		<li className="nv-card cg-producer">
			{canOpen ? (
				<UnstyledButton aria-label={text.open(carte.nom)} onClick={open}>
					<h2>{carte.nom}</h2>
				</UnstyledButton>
			) : (
				<h2>{carte.nom}</h2>
			)}
			<small className="nv-quiet">
				{text.number(pr)} · {about}
			</small>
			<span className="cg-producer-ways">
				{contact.tels.map(({ num }) => (
					<a key={num} href={`tel:${num.replaceAll(' ', '')}`}>
						{num}
					</a>
				))}
				{contact.mails.map((mail) => (
					<a key={mail} href={`mailto:${mail}`}>
						{mail}
					</a>
				))}
				{contact.tels.length + contact.mails.length === 0 ? (
					<small className="nv-quiet">{text.noContact}</small>
				) : null}
			</span>
		</li>
	);
}

/** P9: the producers of a groupement, and who may act for each. */
export default function ProducersScreen({ role }: ScreenProps) {
	const text = useText(producersTexts);
	const view = useGroupement(role);
	const { right, gp } = view;
	const directory = useThread('RGP/', { types: ['RP'] });
	const known = documentOf(directory, 'RP', gp)?.prs ?? {};
	const sheet = useReport<GroupementSheet>('Lire', { right, type: 'FGP', id: gp });
	const [opened, open] = useSearchText('producer', '');
	const [asked, ask] = useSearchText('do', '');
	const isMain = isMainManager(role);
	const create = () => ask('new');
	useActions(isMain ? [{ id: 'new-producer', label: text.create, keys: 'n', run: create }] : []);
	const list = Object.entries(known).toSorted(([a], [b]) => Number(a) - Number(b));
	return (
		<Page title={text.title} aside={<DataAge syncedAt={directory.syncedAt} />}>
			<OfflineNote />
			<WhenReady view={directory}>
				{isMain ? (
					<div className="cg-actions">
						<Button
							className="nv-thumb"
							leftSection={<IconUserPlus size={20} aria-hidden />}
							onClick={create}
						>
							{text.create} <KeyHint keys="n" />
						</Button>
					</div>
				) : (
					<p className="nv-quiet">{text.helper}</p>
				)}
				{list.length === 0 ? (
					<EmptyState icon={IconTractor} title={text.emptyTitle}>
						{text.empty}
					</EmptyState>
				) : null}
				<Columns as="ul">
					{list.map(([pr, producer]) => (
						<ProducerCard key={pr} {...{ pr, producer }} canOpen={isMain} open={() => open(pr)} />
					))}
				</Columns>
				{isMain && sheet.result ? (
					<section className="nv-card cg-panel" aria-labelledby="managers">
						<h2 id="managers">{text.managers}</h2>
						<p className="nv-quiet">{text.managersAbout}</p>
						<AccessesPanel
							sheet={{ right, type: 'FGP', id: gp }}
							acces={sheet.result.acces}
							refresh={sheet.refresh}
						/>
					</section>
				) : null}
				<ProducerDrawer view={view} pr={isMain ? opened : ''} close={() => open('')} />
				<NewProducerDialog view={view} opened={isMain && asked === 'new'} close={() => ask('')} />
			</WhenReady>
		</Page>
	);
}
