import { Button, TextInput } from '@mantine/core';
import { Chip, useFormats, useText } from '@navette/ui';
import { IconChecks, IconChevronRight, IconShoppingBagCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { type BasketView, filledLines } from '../../../client/index.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { BasketLineItem } from './basket-line.tsx';
import { distributionTexts } from './distribution-texts.ts';
import type { Distribution, OwnedLine } from './use-distribution.ts';

interface Props {
	readonly view: ReceptionView;
	readonly distribution: Distribution;
	readonly basket: BasketView;
	readonly opened: boolean;
	toggle(): void;
	open(owned: OwnedLine): void;
}

function HandOver({ view, distribution, basket }: Pick<Props, 'view' | 'distribution' | 'basket'>) {
	const text = useText(distributionTexts);
	const name = view.nameOf(basket.co);
	const [who, setWho] = useState(name);
	if (!distribution.mayHandOver) return null;
	if (basket.pickedUp)
		return (
			<Button variant="subtle" onClick={() => distribution.pickUp(basket, null)}>
				{text.undoPickUp}
			</Button>
		);
	return (
		<form
			className="cd-hand-over"
			onSubmit={(event) => {
				event.preventDefault();
				distribution.pickUp(basket, who.trim() === '' ? name : who.trim());
			}}
		>
			<TextInput
				label={text.who}
				description={text.whoNote}
				maxLength={80}
				value={who}
				onChange={(event) => setWho(event.currentTarget.value)}
			/>
			<Button type="submit" size="md" leftSection={<IconShoppingBagCheck size={20} aria-hidden />}>
				{text.pickUp}
			</Button>
		</form>
	);
}

function BasketState({ view, basket }: Pick<Props, 'view' | 'basket'>) {
	const text = useText(distributionTexts);
	const formats = useFormats();
	const { done, all } = filledLines(basket);
	if (basket.pickedUp) {
		const { by, t } = basket.pickedUp;
		return (
			<Chip tone="ok" icon={IconShoppingBagCheck}>
				{text.gone(by, formats.moment(t, view.now))}
			</Chip>
		);
	}
	return done === all ? (
		<Chip tone="info">{text.ready}</Chip>
	) : (
		<Chip>{text.filled(done, all)}</Chip>
	);
}

function Contents({ view, distribution, basket, open }: Omit<Props, 'opened' | 'toggle'>) {
	const text = useText(distributionTexts);
	const owned = basket.lines.map((line) => ({ co: basket.co, line }));
	const { done, all } = filledLines(basket);
	const name = view.nameOf(basket.co);
	return (
		<>
			<ul className="cd-lines">
				{owned.map((one) => (
					<BasketLineItem
						key={one.line.code}
						{...{ view, distribution, open }}
						owned={one}
						name={one.line.label}
					/>
				))}
			</ul>
			<p className="nv-quiet">{text.due}</p>
			<div className="ct-actions cd-actions">
				{done < all && view.mayReceive && !basket.pickedUp ? (
					<Button
						size="md"
						variant="default"
						leftSection={<IconChecks size={20} aria-hidden />}
						onClick={() => distribution.giveAll(text.open(name), owned)}
					>
						{text.giveAll}
					</Button>
				) : null}
				<HandOver {...{ view, distribution, basket }} />
			</div>
		</>
	);
}

/** The basket of one person: what he takes home, and that he took it. */
export function BasketCard({ opened, toggle, ...props }: Props) {
	const text = useText(distributionTexts);
	const { money, weight } = useFormats();
	const { view, basket } = props;
	const { price, weight: gross, state } = basket.synthesis;
	const name = view.nameOf(basket.co);
	return (
		<li
			className="nv-card cd-basket"
			data-co={basket.co}
			data-gone={basket.pickedUp !== undefined || undefined}
		>
			<h2>
				<button type="button" aria-expanded={opened} onClick={toggle}>
					<span>
						<span className="nv-hidden">{text.basketOf} </span>
						{name}
					</span>
					<span className="cd-figures">
						{state === 'estimated' ? '≈ ' : ''}
						{money(price)} · {weight(gross)}
					</span>
					<IconChevronRight size={20} aria-hidden data-opened={opened || undefined} />
				</button>
			</h2>
			<BasketState {...props} />
			{opened ? <Contents {...props} /> : null}
		</li>
	);
}
