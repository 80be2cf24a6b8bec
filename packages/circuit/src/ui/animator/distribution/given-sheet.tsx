import { Button } from '@mantine/core';
import { Sheet, useFormats, useLanguage, useText } from '@navette/ui';
import { useState } from 'react';
import { type OfferedLine, readReceived } from '../../../client/index.ts';
import { circuitErrors } from '../../../model/index.ts';
import { amountInWords } from '../../parts/amount-words.ts';
import { NumberPad } from '../../parts/number-pad.tsx';
import type { ReceptionView } from '../reception/use-reception.ts';
import { distributionTexts } from './distribution-texts.ts';
import type { Distribution, OwnedLine } from './use-distribution.ts';

interface Props {
	readonly view: ReceptionView;
	readonly distribution: Distribution;
	readonly owned: OwnedLine | undefined;
	close(): void;
}

interface PadProps extends Omit<Props, 'owned'> {
	readonly owned: OwnedLine;
	readonly product: OfferedLine;
}

function GivenPad({ view, distribution, owned, product, close }: PadProps) {
	const text = useText(distributionTexts);
	const formats = useFormats();
	const language = useLanguage();
	const [typed, setTyped] = useState('');
	const [fault, setFault] = useState<string>();
	const { line, co } = owned;
	const { mode, emb, demi } = product.perm;
	const unit = text.units[mode === 'P' ? 'grams' : emb === 'caisse' ? 'crates' : 'units'];
	const change = (next: string) => {
		setTyped(next);
		setFault(undefined);
	};
	const put = (amount: number) => {
		distribution.give(owned, amount);
		close();
	};
	const take = () => {
		const read = readReceived(typed, product);
		if (read.ok) put(read.value);
		else setFault(circuitErrors[read.error.code].sentence[language]);
	};
	const sign = mode === 'P' ? (language === 'fr' ? ',' : '.') : demi ? '½' : undefined;
	return (
		<div className="cu-pad">
			<p className="cu-pad-expected">
				{view.nameOf(co)}
				<span>{text.ordered(amountInWords(line.ordered, product.perm, formats))}</span>
			</p>
			<div className="ci-pad-field" data-invalid={fault !== undefined || undefined}>
				<input
					data-autofocus
					inputMode="none"
					autoComplete="off"
					aria-label={text.field(line.label, view.nameOf(co), unit)}
					aria-invalid={fault !== undefined}
					value={typed}
					onChange={(event) => change(event.target.value)}
					onKeyDown={(event) => {
						if (event.key === 'Enter') take();
					}}
				/>
				<span>{unit}</span>
			</div>
			<p className="cu-pad-note" role="status">
				{fault}
			</p>
			<NumberPad
				onKey={(key) => change(typed + key)}
				onErase={() => change(typed.slice(0, -1))}
				signs={sign === undefined ? ['+'] : ['+', sign]}
			>
				<div className="cu-pad-actions">
					<Button size="lg" variant="default" onClick={() => put(line.due)}>
						{text.asWanted(distribution.short(line.due, line))}
					</Button>
					<Button size="lg" onClick={take}>
						{text.done}
					</Button>
				</div>
			</NumberPad>
		</div>
	);
}

/** Types what somebody is really given of a product. */
export function GivenSheet({ owned, close, ...rest }: Props) {
	const product = owned && rest.view.catalogue.lignes[owned.line.code];
	return (
		<Sheet opened={product !== undefined} title={owned?.line.label ?? ''} onClose={close}>
			{owned && product ? <GivenPad {...rest} {...{ owned, product, close }} /> : null}
		</Sheet>
	);
}
