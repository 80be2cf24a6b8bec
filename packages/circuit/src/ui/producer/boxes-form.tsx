import { parseWeight, QuantityStepper, useFormats, useText } from '@navette/ui';
import { boxesCall, expectedByClass, typedGrams } from '../../client/index.ts';
import type { Carton } from '../../model/index.ts';
import { cartonTexts } from './carton-texts.ts';
import type { CartonWriting } from './use-carton.ts';
import { WeightEntry } from './weight-entry.tsx';

type Box = NonNullable<Carton['cols']>[number];
type Kind = Box['cons'];

const KINDS: readonly Kind[] = ['S', 'F', 'G'];

/** Boxes of a class put together: a carton may come with several entries of one class. */
const boxOf = (boxes: readonly Box[], cons: Kind): Box | undefined => {
	const own = boxes.filter((one) => one.cons === cons && one.n > 0);
	const n = own.reduce((sum, one) => sum + one.n, 0);
	const total = own.reduce((sum, one) => sum + one.n * one.pb, 0);
	return n === 0 ? undefined : { n, pb: Math.round(total / n), cons };
};

const readWeight = (text: string): readonly number[] | undefined => {
	const grams = typedGrams(text) ?? parseWeight(text);
	return grams === undefined || grams === 0 ? undefined : [grams];
};

/** How many boxes a carton makes, dry, fresh and frozen, and what one weighs. */
export function BoxesForm({ writing }: { readonly writing: CartonWriting }) {
	const text = useText(cartonTexts);
	const { weight } = useFormats();
	const boxes = writing.carton?.cols ?? [];
	const expected = expectedByClass(writing.rows);
	const kinds = KINDS.filter((kind) => (expected[kind] ?? 0) > 0 || boxOf(boxes, kind));
	const put = (kind: Kind, n: number, pb: number) => {
		const others = KINDS.flatMap((one) => (one === kind ? [] : (boxOf(boxes, one) ?? [])));
		const own = n > 0 ? [{ n, pb, cons: kind }] : [];
		writing.write([boxesCall(writing.place, [...others, ...own])]);
	};
	return (
		<section className="ci-part" aria-labelledby="carton-boxes">
			<h2 id="carton-boxes">{text.boxes}</h2>
			<p className="nv-quiet cp-tight">{text.boxesWhy}</p>
			<ul className="cp-boxes">
				{kinds.map((kind) => {
					const box = boxOf(boxes, kind);
					const whole = expected[kind] ?? 0;
					const shareOf = (n: number) => Math.max(1, Math.round(whole / Math.max(1, n)));
					return (
						<li key={kind} className="nv-card cp-box">
							<b>{text.classes[kind]}</b>
							<QuantityStepper
								label={text.boxCount(text.classes[kind])}
								halves={2 * (box?.n ?? 0)}
								half={false}
								max={198}
								disabled={!writing.writable}
								onChange={(halves) => put(kind, halves / 2, shareOf(halves / 2))}
							/>
							{box ? (
								<>
									<WeightEntry
										key={`${box.n} ${box.pb}`}
										label={text.boxWeight(text.classes[kind])}
										help={text.eachWeight}
										button="OK"
										expected={shareOf(box.n)}
										initial={weight(box.pb)}
										disabled={!writing.writable}
										read={readWeight}
										take={([grams = box.pb]) => put(kind, box.n, grams)}
									/>
									<small className="nv-quiet">{text.eachWeight}</small>
								</>
							) : null}
						</li>
					);
				})}
			</ul>
		</section>
	);
}
