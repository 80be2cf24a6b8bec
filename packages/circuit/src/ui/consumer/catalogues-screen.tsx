import {
	DataAge,
	LoadingState,
	Page,
	ScreenLink,
	type ScreenProps,
	useFormats,
	useText,
} from '@navette/ui';
import { whenText } from '../parts/when-text.ts';
import { calendarsTexts } from './calendars-texts.ts';
import { useCalendars } from './use-calendars.ts';
import { useGroupementNames } from './use-delivery.ts';
import './consumer.css';

/** C7: the catalogues of open deliveries, then everything each groupement offers. */
export default function CataloguesScreen({ role }: ScreenProps) {
	const text = useText(calendarsTexts).catalogues;
	const { noLink } = useText(calendarsTexts);
	const formats = useFormats();
	const nameOf = useGroupementNames();
	const { consumer, coming, now, loading, syncedAt } = useCalendars(role);
	const open = coming.filter(({ phase }) => phase === 1);
	return (
		<Page title={text.title} aside={<DataAge syncedAt={syncedAt} />}>
			{loading ? <LoadingState /> : null}
			<section className="co-section" aria-labelledby="open-catalogues">
				<h2 id="open-catalogues">{text.open}</h2>
				{!loading && open.length === 0 ? <p className="nv-quiet">{text.noneOpen}</p> : null}
				{open.length === 0 ? null : (
					<ul className="nv-card co-coming">
						{open.map(({ gp, livr, closes }) => (
							<li key={`${gp}.${livr}`}>
								<div>
									<ScreenLink to={`deliveries/${gp}/${livr}?tab=catalogue`}>
										{nameOf(gp)}
									</ScreenLink>
									<small>{formats.day(livr)}</small>
								</div>
								<span>{text.closes(whenText(closes, now, formats))}</span>
							</li>
						))}
					</ul>
				)}
			</section>
			<section className="co-section" aria-labelledby="general-catalogues">
				<h2 id="general-catalogues">{text.general}</h2>
				<p className="nv-quiet co-explain">
					{consumer.gps.length === 0 ? noLink : text.generalHelp}
				</p>
				{consumer.gps.length === 0 ? null : (
					<ul className="nv-card co-coming">
						{consumer.gps.map((gp) => (
							<li key={gp}>
								<ScreenLink to={`catalogues/${gp}`}>{nameOf(gp)}</ScreenLink>
							</li>
						))}
					</ul>
				)}
			</section>
		</Page>
	);
}
