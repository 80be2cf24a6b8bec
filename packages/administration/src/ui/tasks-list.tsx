import { Button } from '@mantine/core';
import type { ShownTask } from '@navette/server/model';
import { Chip, type Tone, useFormats, useNow, useText } from '@navette/ui';
import { upkeepTexts } from './upkeep-texts.ts';

const TONES: Readonly<Record<ShownTask['state'], Tone>> = {
	waiting: 'info',
	running: 'ok',
	daily: 'plain',
	dead: 'danger',
};

interface CardProps {
	readonly task: ShownTask;
	readonly isBusy: boolean;
	onRetry(): void;
	onDrop(): void;
}

/** One task: what it is, when it is done next, what went wrong, and what can be done about it. */
function TaskCard({ task, isBusy, onRetry, onDrop }: CardProps) {
	const text = useText(upkeepTexts);
	const { relative, number } = useFormats();
	const now = useNow();
	const name = text.tasks[task.name] ?? task.name;
	const doIt = task.state === 'dead' ? text.retry : text.runNow;
	const { state, next, dead, lastDone, lastError, attempts } = task;
	return (
		<li className="nv-card ad-access">
			<div className="ad-head">
				<h3>{name}</h3>
				<Chip tone={TONES[state]}>{text.state[state]}</Chip>
			</div>
			<p className="nv-quiet">
				{dead === undefined
					? text.next(relative(Math.max(next ?? now, now), now))
					: text.deadSince(relative(Math.min(dead, now), now))}
				{attempts > 0 ? ` · ${text.attempts(attempts, number(attempts))}` : ''}
				{lastDone === undefined
					? ''
					: ` · ${text.lastDone(relative(Math.min(lastDone, now), now))}`}
			</p>
			{lastError ? (
				<p>
					{text.lastError(relative(Math.min(lastError.at, now), now))} <code>{lastError.code}</code>
				</p>
			) : null}
			{state === 'running' ? null : (
				<div className="ad-buttons">
					<Button
						variant="default"
						disabled={isBusy}
						aria-label={text.doOf(doIt, name)}
						onClick={onRetry}
					>
						{doIt}
					</Button>
					{state === 'dead' ? (
						<Button
							variant="default"
							disabled={isBusy}
							aria-label={text.doOf(text.drop, name)}
							onClick={onDrop}
						>
							{text.drop}
						</Button>
					) : null}
				</div>
			)}
		</li>
	);
}

interface Props {
	readonly title: string;
	readonly about: string;
	readonly tasks: readonly ShownTask[];
	readonly isBusy: boolean;
	run(name: string, input: unknown): Promise<boolean>;
}

/** Tasks of one kind. */
export function TasksList({ title, about, tasks, isBusy, run }: Props) {
	return (
		<section className="ad-tasks" aria-label={title}>
			<h2>{title}</h2>
			<p className="nv-quiet">{about}</p>
			<ul className="ad-accesses">
				{tasks.map((task) => (
					<TaskCard
						key={task.id}
						{...{ task, isBusy }}
						onRetry={() => void run('task.retry', { id: task.id })}
						onDrop={() => void run('task.drop', { id: task.id })}
					/>
				))}
			</ul>
		</section>
	);
}
