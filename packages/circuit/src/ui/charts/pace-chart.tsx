import { NativeSelect, SegmentedControl } from '@mantine/core';
import {
	DataAge,
	type RoleView,
	useFormats,
	useNow,
	useSearchText,
	useText,
	WhenReady,
} from '@navette/ui';
import { type ReactNode, useState } from 'react';
import { lastDay, type OrderPace, paceFigures } from '../../client/index.ts';
import { useGroupementNames } from '../consumer/use-delivery.ts';
import { chartTexts } from './charts-texts.ts';
import { FigureChart, useCategoryNames } from './figure-chart.tsx';
import type { GroupOrders } from './rankings.tsx';
import { useRefreshedReport } from './use-refreshed-report.ts';

interface Props {
	readonly role: RoleView;
	readonly orders: GroupOrders;
}

/** How the orders of one delivery came in, day by day, with the closing: the last-evening wave. */
export function PaceChart({ role, orders }: Props) {
	const text = useText(chartTexts);
	const { delivery } = useCategoryNames();
	const groupementName = useGroupementNames();
	const [wanted, setWanted] = useSearchText('delivery', '');
	const recent = orders.toSorted((a, b) => (b.key.livr ?? '').localeCompare(a.key.livr ?? ''));
	const codeOf = ({ key }: GroupOrders[number]) => `${key.gp}.${key.livr}`;
	const chosen = recent.find((one) => codeOf(one) === wanted) ?? recent[0];
	const { gc = '', gp = '', livr = '' } = chosen?.key ?? {};
	const { px, nco } = chosen?.data.tot ?? {};
	const asked = { right: role.right, gp, livr, gc };
	const report = useRefreshedReport<OrderPace>('Rythme', asked, `${nco} ${px}`);
	if (!chosen) return null;
	const controls = (
		<NativeSelect
			label={text.delivery}
			value={codeOf(chosen)}
			onChange={(event) => setWanted(event.currentTarget.value)}
			data={recent.map((one) => ({
				value: codeOf(one),
				label: `${delivery(one.key.livr ?? '')} – ${groupementName(one.key.gp ?? '')}`,
			}))}
		/>
	);
	return (
		<WhenReady view={report} retry={report.refresh}>
			{report.result ? <Pace pace={report.result} asOf={report.asOf} controls={controls} /> : null}
		</WhenReady>
	);
}

interface PaceProps {
	readonly pace: OrderPace;
	readonly asOf: number | undefined;
	/** Which delivery. */
	readonly controls: ReactNode;
}

function Pace({ pace, asOf, controls }: PaceProps) {
	const text = useText(chartTexts);
	const { parts, number, money, roundMoney, moment, time } = useFormats();
	const { delivery } = useCategoryNames();
	const now = useNow();
	const [measure, setMeasure] = useState<'n' | 'px'>('n');
	const { figures, closing } = paceFigures(pace, measure, parts);
	const { all, late } = lastDay(pace);
	const sentence =
		now < pace.tClo
			? text.soFar(number(all), moment(pace.tClo, now))
			: text.wave(number(all), number(late));
	const isAmount = measure === 'px';
	return (
		<FigureChart
			title={isAmount ? text.paceAmount : text.pace}
			of={text.day}
			figures={figures}
			categoryName={delivery}
			seriesName={() => (isAmount ? text.euros : text.orders)}
			format={isAmount ? money : number}
			formatTick={isAmount ? roundMoney : number}
			mark={{ ...closing, label: `${text.closing} ${time(pace.tClo)}` }}
			sentence={sentence}
			controls={
				<>
					{controls}
					<SegmentedControl
						aria-label={text.paceMeasure}
						value={measure}
						onChange={(value) => setMeasure(value === 'px' ? 'px' : 'n')}
						data={[
							{ value: 'n', label: text.orders },
							{ value: 'px', label: text.euros },
						]}
					/>
					<DataAge asOf={asOf} />
				</>
			}
		/>
	);
}
