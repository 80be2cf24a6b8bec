import type { ActivityReport } from '@navette/server/model';
import {
	Chip,
	DataAge,
	ErrorState,
	LoadingState,
	Page,
	Stat,
	Stats,
	useFormats,
	useNow,
	useText,
} from '@navette/ui';
import { Figures } from './figures.tsx';
import { MinutesChart } from './minutes-chart.tsx';
import { STATUS_TONES } from './status-tones.ts';
import { adminTexts } from './texts.ts';
import { useLiveReport } from './use-live-report.ts';
import './administration.css';

/** Between two looks at the figures, ms. */
const look = () => 5_000;

function Threads({ threads }: Pick<ActivityReport, 'threads'>) {
	const text = useText(adminTexts);
	const { number, relative } = useFormats();
	const now = useNow();
	return (
		<section className="nv-card ad-part" aria-labelledby="ad-threads">
			<h2 id="ad-threads">{text.threadsTitle}</h2>
			<p className="nv-quiet">{threads.length === 0 ? text.threadsNone : text.threadsAbout}</p>
			{threads.length === 0 ? null : (
				<Figures
					label={text.threadsTitle}
					columns={[text.type, text.moves, text.notices, text.last]}
					spare={2}
					rows={threads.map(({ type, moves, notices, at }) => ({
						id: type,
						cells: [type, number(moves), number(notices), relative(Math.min(at, now), now)],
					}))}
				/>
			)}
		</section>
	);
}

function Refusals({ errors }: Pick<ActivityReport, 'errors'>) {
	const text = useText(adminTexts);
	const { number } = useFormats();
	return (
		<section className="nv-card ad-part" aria-labelledby="ad-errors">
			<h2 id="ad-errors">{text.errorsTitle}</h2>
			{errors.length === 0 ? (
				<p className="nv-quiet">{text.errorsNone}</p>
			) : (
				<Figures
					label={text.errorsTitle}
					columns={[text.code, text.times]}
					rows={errors.map(({ code, count }) => ({ id: code, cells: [code, number(count)] }))}
				/>
			)}
		</section>
	);
}

function Overview({ report }: { report: ActivityReport }) {
	const text = useText(adminTexts);
	const { number, moment } = useFormats();
	const now = useNow();
	const { minutes, sockets, errors, threads, since } = report;
	const refused = minutes.reduce((sum, minute) => sum + minute.refused, 0);
	return (
		<>
			<Stats>
				<Stat name={text.sockets} value={number(sockets)} about={text.socketsAbout} />
				<Stat
					name={text.lastMinute}
					value={number(minutes.at(-2)?.operations ?? 0)}
					about={text.lastMinuteAbout}
				/>
				<Stat name={text.refusedHour} value={number(refused)} about={text.refusedAbout} />
			</Stats>
			<MinutesChart minutes={minutes} />
			<div className="ad-pair">
				<Threads threads={threads} />
				<Refusals errors={errors} />
			</div>
			<p className="nv-quiet">{text.counting(moment(since, now))}</p>
		</>
	);
}

/** The organisation: what it is, and what happens in it now. */
export default function OverviewScreen() {
	const text = useText(adminTexts);
	const { result, error, asOf, refresh } = useLiveReport<ActivityReport>('admin.activity', look);
	return (
		<Page title={result?.label ?? text.overviewTitle} aside={<DataAge asOf={asOf} />}>
			{result ? (
				<p className="ad-status">
					<Chip tone={STATUS_TONES[result.status]}>{text.status[result.status]}</Chip>
				</p>
			) : null}
			{error ? <ErrorState error={error} retry={refresh} /> : null}
			{result ? <Overview report={result} /> : error ? null : <LoadingState />}
		</Page>
	);
}
