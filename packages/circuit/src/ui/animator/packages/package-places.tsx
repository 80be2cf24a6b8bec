import { Button } from '@mantine/core';
import { Chip, useFormats, useText } from '@navette/ui';
import { IconPackage } from '@tabler/icons-react';
import type { Basket } from '../../../client/index.ts';
import type { Package } from '../../../model/index.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { packagesTexts } from './packages-texts.ts';
import type { PackageDesk } from './use-package-board.ts';

interface Props {
	readonly view: ReceptionView;
	readonly desk: PackageDesk;
	choose(one: Package): void;
}

/** Packages of one place, each a key that moves it. */
function PackageKeys({ list, view, desk, choose }: Props & { readonly list: readonly Package[] }) {
	const text = useText(packagesTexts);
	const { weight } = useFormats();
	return list.map((one) => (
		<button
			key={one.id}
			type="button"
			className="cp-package"
			data-state={one.st}
			disabled={!view.mayReceive}
			aria-label={text.package(weight(one.g), desk.placeName(one))}
			onClick={() => choose(one)}
		>
			<IconPackage size={18} aria-hidden />
			{weight(one.g)}
		</button>
	));
}

function BasketCard({ basket, ...props }: Props & { readonly basket: Basket }) {
	const text = useText(packagesTexts);
	const { weight } = useFormats();
	const { co, packages, wanted } = basket;
	const { view, desk } = props;
	const left = wanted - packages.length;
	const name = view.nameOf(co);
	const grams = packages.reduce((sum, { g }) => sum + g, 0);
	return (
		<li className="nv-card cp-basket" data-co={co} data-full={left === 0 || undefined}>
			<p className="cp-basket-head">
				<b>{name}</b>
				<span>
					{text.slots(packages.length, wanted)}
					{grams > 0 ? ` · ${weight(grams)}` : ''}
				</span>
			</p>
			<div className="cp-packages">
				<PackageKeys list={packages} {...props} />
				{left > 0 ? (
					<span className="cp-slots">
						<span className="nv-hidden">{text.empties(left)}</span>
						{Array.from({ length: Math.min(left, 6) }, (_, slot) => `slot-${slot}`).map((slot) => (
							<span key={slot} className="cp-slot" aria-hidden />
						))}
					</span>
				) : null}
			</div>
			{left < 0 ? <Chip tone="warn">{text.extra(-left)}</Chip> : null}
			{left !== 0 && view.mayReceive ? (
				<Button variant="subtle" size="compact-md" onClick={() => desk.attributeHeld(basket)}>
					{text.lower(name, packages.length)}
				</Button>
			) : null}
		</li>
	);
}

/** The shelf, the baskets, what was not found and the bin. */
export function PackagePlaces(props: Props) {
	const text = useText(packagesTexts);
	const { shelf, baskets, missing, bin } = props.desk.board;
	return (
		<div className="cp-board">
			<section className="ct-part cp-shelf" aria-labelledby="cp-shelf">
				<h2 id="cp-shelf">
					{text.shelf} ({shelf.length})
				</h2>
				{shelf.length === 0 ? <p className="nv-quiet">{text.shelfNone}</p> : null}
				<div className="cp-packages">
					<PackageKeys list={shelf} {...props} />
				</div>
			</section>
			<section className="ct-part" aria-labelledby="cp-baskets">
				<h2 id="cp-baskets">{text.baskets}</h2>
				{baskets.length === 0 ? <p className="nv-quiet">{text.basketsNone}</p> : null}
				<ul className="cp-baskets">
					{baskets.map((basket) => (
						<BasketCard key={basket.co} basket={basket} {...props} />
					))}
				</ul>
			</section>
			{(
				[
					['missing', missing],
					['bin', bin],
				] as const
			).map(([place, list]) =>
				list.length === 0 ? null : (
					<section key={place} className="ct-part" aria-labelledby={`cp-${place}`}>
						<h2 id={`cp-${place}`}>
							{text[place]} ({list.length})
						</h2>
						<div className="cp-packages">
							<PackageKeys list={list} {...props} />
						</div>
					</section>
				),
			)}
		</div>
	);
}
