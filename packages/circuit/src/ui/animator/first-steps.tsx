import { EmptyState, ScreenLink, useText } from '@navette/ui';
import { IconCircleCheck, IconCircleDashed, IconTruckDelivery } from '@tabler/icons-react';
import type { ConsumersDirectory } from '../../model/index.ts';
import { dashboardTexts } from './texts.ts';

interface Props {
	readonly linked: boolean;
	readonly directory: ConsumersDirectory | undefined;
}

/** What a new group has to do before its first delivery, and what is already done. */
export function FirstSteps({ linked, directory }: Props) {
	const text = useText(dashboardTexts);
	const consumers = Object.keys(directory?.cos ?? {}).filter((co) => co !== '1').length;
	const steps = [
		{ name: 'link', done: linked },
		{ name: 'invite', done: consumers > 0 },
		{ name: 'place', done: false },
	] as const;
	return (
		<>
			<EmptyState icon={IconTruckDelivery} title={text.emptyTitle}>
				{text.empty}
			</EmptyState>
			<ol className="ca-steps">
				{steps.map(({ name, done }) => (
					<li key={name} data-done={done}>
						{done ? <IconCircleCheck aria-hidden /> : <IconCircleDashed aria-hidden />}
						{name === 'invite' ? (
							<ScreenLink to="members">{text.steps[name]}</ScreenLink>
						) : (
							<span>{text.steps[name]}</span>
						)}
						<small className="nv-quiet">{done ? text.done : text.todo}</small>
					</li>
				))}
			</ol>
		</>
	);
}
