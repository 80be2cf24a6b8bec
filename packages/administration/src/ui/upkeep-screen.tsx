import type { UpkeepReport } from '@navette/server/model';
import { DataAge, ErrorState, LoadingState, Page, useText } from '@navette/ui';
import { ClockCard } from './clock-card.tsx';
import { LimitsCard } from './limits-card.tsx';
import { StatusCard } from './status-card.tsx';
import { TasksList } from './tasks-list.tsx';
import { upkeepTexts } from './upkeep-texts.ts';
import { useLiveReport } from './use-live-report.ts';
import { useOperation } from './use-operation.ts';
import './administration.css';

/** Between two looks, ms: tasks are done within seconds. */
const look = () => 5_000;

/** What keeps the organisation going: its status, its limits, its tasks. */
export default function UpkeepScreen() {
	const text = useText(upkeepTexts);
	const { result, error, asOf, refresh } = useLiveReport<UpkeepReport>('admin.upkeep', look);
	const { run, refused, isBusy } = useOperation(refresh);
	const dead = result?.tasks.filter(({ state }) => state === 'dead') ?? [];
	const others = result?.tasks.filter(({ state }) => state !== 'dead') ?? [];
	return (
		<Page title={text.title} aside={<DataAge asOf={asOf} />}>
			{error ? <ErrorState error={error} retry={refresh} /> : null}
			{refused ? <ErrorState error={refused} /> : null}
			{result ? (
				<>
					<div className="ad-pair">
						<StatusCard report={result} {...{ isBusy, run }} />
						<LimitsCard {...result} />
						{result.clock ? <ClockCard clock={result.clock} {...{ isBusy, run }} /> : null}
					</div>
					{dead.length > 0 ? (
						<TasksList
							title={text.deadTitle}
							about={text.deadAbout}
							tasks={dead}
							{...{ isBusy, run }}
						/>
					) : null}
					<TasksList
						title={text.tasksTitle}
						about={others.length === 0 ? text.tasksNone : text.tasksAbout}
						tasks={others}
						{...{ isBusy, run }}
					/>
				</>
			) : error ? null : (
				<LoadingState />
			)}
		</Page>
	);
}
