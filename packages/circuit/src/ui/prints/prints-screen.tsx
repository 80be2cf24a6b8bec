import { NativeSelect } from '@mantine/core';
import {
	DataAge,
	EmptyState,
	LoadingState,
	Page,
	ScreenLink,
	type ScreenProps,
	useFormats,
	useNow,
	useSearchText,
	useText,
	useThread,
} from '@navette/ui';
import { IconPrinter } from '@tabler/icons-react';
import { useMemo } from 'react';
import { documentOf, documentsOf, printsOf, printWords } from '../../client/index.ts';
import { type Delivery, phaseOf } from '../../model/index.ts';
import { areLoading, oldestSync, useThreads } from '../parts/use-threads.ts';
import { type PrintingRole, printingRole } from './printing-role.ts';
import { printsTexts } from './prints-texts.ts';
import '../parts/frame.css';
import './prints.css';

interface Choice {
	readonly id: string;
	readonly gp: string;
	readonly livr: string;
	readonly delivery: Delivery;
}

/** How soon somebody wants the papers of a delivery: closed first, then on the road, open, planned. */
const RANKS: Readonly<Record<string, number>> = { 2: 0, 3: 1, 1: 2, 0: 3, 6: 4, X: 5 };

/** The deliveries that may be printed, those of the moment first. */
function useChoices(who: PrintingRole) {
	const now = useNow();
	const paths = useMemo(() => who.gps.map((gp) => `CALGP/${gp}`), [who.gps]);
	const views = useThreads(paths);
	const choices = useMemo(() => {
		const rank = ({ delivery }: Choice) => RANKS[String(phaseOf(delivery, now))] ?? 9;
		return [...views.values()]
			.flatMap((view) => [...documentsOf(view, 'LIVRG').values()])
			.map(({ key, data }): Choice => {
				const [gp, livr] = [key.gp ?? '', key.livr ?? ''];
				return { id: `${gp}.${livr}`, gp, livr, delivery: data };
			})
			.filter(({ delivery }) => who.gc === undefined || delivery.pts[who.gc])
			.toSorted((a, b) => rank(a) - rank(b) || b.livr.localeCompare(a.livr));
	}, [views, now, who.gc]);
	return { choices, loading: areLoading(views, paths), syncedAt: oldestSync(views.values()) };
}

/** A12, P11: the prints and exports of a role, for a delivery. */
export default function PrintsScreen({ role }: ScreenProps) {
	const text = useText(printsTexts);
	const words = useText(printWords);
	const { day } = useFormats();
	const who = useMemo(() => printingRole(role), [role]);
	const { choices, loading, syncedAt } = useChoices(who);
	const directory = documentOf(useThread('RGP/', { types: ['RG'] }), 'RG', '');
	const [asked, setAsked] = useSearchText('delivery', '');
	const chosen = choices.find(({ id }) => id === asked) ?? choices[0];
	return (
		<Page title={text.title} aside={<DataAge syncedAt={syncedAt} />}>
			{loading ? <LoadingState /> : null}
			{!loading && !chosen ? (
				<EmptyState icon={IconPrinter} title={text.noneTitle}>
					{text.none}
				</EmptyState>
			) : null}
			{chosen ? (
				<>
					<NativeSelect
						className="pr-choose"
						label={text.choose}
						value={chosen.id}
						onChange={(event) => setAsked(event.currentTarget.value)}
						data={choices.map(({ id, gp, livr }) => ({
							value: id,
							label: `${day(livr)} – ${directory?.gps[gp]?.nom ?? gp}`,
						}))}
					/>
					<ul className="ci-cards">
						{printsOf[who.usage].map((code) => (
							<li key={code} className="nv-card ci-card">
								<h2>
									<ScreenLink
										to={`deliveries/${chosen.gp}/${chosen.livr}/prints/${code}`}
										className="ci-card-link"
									>
										{words.titles[code]}
									</ScreenLink>
								</h2>
								<p className="nv-quiet">{words.uses[code]}</p>
							</li>
						))}
					</ul>
				</>
			) : null}
		</Page>
	);
}
