import { Button, NativeSelect } from '@mantine/core';
import { Sheet, useFormats, useText } from '@navette/ui';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { isImplausibleWeight, readWeights } from '../../../client/index.ts';
import { NumberPad } from '../../parts/number-pad.tsx';
import type { ReceptionView } from '../reception/use-reception.ts';
import { packagesTexts } from './packages-texts.ts';
import type { PackageDesk } from './use-package-board.ts';

interface Props {
	readonly view: ReceptionView;
	readonly desk: PackageDesk;
	readonly code: string;
	readonly opened: boolean;
	close(): void;
}

/** What is typed on the scales, until it is added; a weight far from the nominal one is asked again. */
function useWeighing(nominal: number, add: (grams: readonly number[]) => void) {
	const [typed, setTyped] = useState('');
	const [isWrong, setWrong] = useState(false);
	const [doubt, setDoubt] = useState<number>();
	const [last, setLast] = useState<readonly number[]>([]);
	const change = (next: string) => {
		setTyped(next);
		setWrong(false);
		setDoubt(undefined);
	};
	const take = (isSure = false) => {
		const grams = readWeights(typed);
		if (!grams) return setWrong(true);
		const odd = grams.find((one) => isImplausibleWeight(one, nominal));
		if (odd !== undefined && !isSure) return setDoubt(odd);
		add(grams);
		setLast((before) => [...grams.toReversed(), ...before].slice(0, 8));
		change('');
	};
	return { typed, isWrong, doubt, last, change, take };
}

function Weigher({ view, desk, code, close }: Omit<Props, 'opened'>) {
	const text = useText(packagesTexts);
	const formats = useFormats();
	const [to, setTo] = useState('');
	const nominal = view.catalogue.lignes[code]?.act.pn ?? 0;
	const weighing = useWeighing(nominal, (grams) => desk.add(grams, to === '' ? undefined : to));
	const { typed, isWrong, doubt, last, change, take } = weighing;
	return (
		<div className="cu-pad">
			<NativeSelect
				label={text.to}
				description={text.toNote}
				value={to}
				data={[
					{ value: '', label: text.toShelf },
					...desk.board.baskets.map(({ co, packages, wanted }) => ({
						value: co,
						label: `${view.nameOf(co)} (${text.slots(packages.length, wanted)})`,
					})),
				]}
				onChange={(event) => setTo(event.currentTarget.value)}
			/>
			<div className="ci-pad-field" data-invalid={isWrong || undefined}>
				<input
					data-autofocus
					inputMode="none"
					autoComplete="off"
					aria-label={text.field}
					aria-invalid={isWrong}
					value={typed}
					onChange={(event) => change(event.target.value)}
					onKeyDown={(event) => {
						if (event.key === 'Enter') take();
					}}
				/>
				<span>{text.grams}</span>
			</div>
			<p className="cu-pad-note" role="status">
				{isWrong ? text.wrong : text.hint(formats.weight(nominal))}
			</p>
			{doubt === undefined ? null : (
				<div className="cu-doubt" role="alert">
					<p>
						<IconAlertTriangle size={20} aria-hidden />
						{text.doubt(formats.weight(doubt), formats.weight(nominal))}
					</p>
					<p className="ca-choice">
						<Button size="md" variant="default" onClick={() => change('')}>
							{text.doubtNo}
						</Button>
						<Button size="md" color="red" onClick={() => take(true)}>
							{text.doubtYes}
						</Button>
					</p>
				</div>
			)}
			<NumberPad
				onKey={(sign) => change(typed + sign)}
				onErase={() => change(typed.slice(0, -1))}
				signs={['+']}
			>
				<div className="cu-pad-actions">
					<Button size="lg" variant="default" onClick={close}>
						{text.finish}
					</Button>
					<Button size="lg" leftSection={<IconPlus size={20} aria-hidden />} onClick={() => take()}>
						{text.add}
					</Button>
				</div>
			</NumberPad>
			<p className="cp-last" aria-live="polite">
				{last.length > 0 ? `${text.just} : ${last.map((g) => formats.weight(g)).join(', ')}` : null}
			</p>
		</div>
	);
}

/** Types the weights of packages in a row, to the shelf or straight to a basket. */
export function WeighSheet({ opened, ...props }: Props) {
	const text = useText(packagesTexts);
	const label = props.view.catalogue.lignes[props.code]?.perm.lib ?? props.code;
	return (
		<Sheet opened={opened} title={text.weighTitle(label)} side="right" onClose={props.close}>
			{opened ? <Weigher key={props.code} {...props} /> : null}
		</Sheet>
	);
}
