import { Button, TextInput } from '@mantine/core';
import { Sheet, useFormats, useText } from '@navette/ui';
import { useState } from 'react';
import { readWeights } from '../../../client/index.ts';
import type { Package } from '../../../model/index.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { packagesTexts } from './packages-texts.ts';
import type { PackageDesk, PackagePlace } from './use-package-board.ts';

interface Props {
	readonly view: ReceptionView;
	readonly desk: PackageDesk;
	readonly chosen: Package | undefined;
	close(): void;
}

const isThere = (one: Package, { co, st }: PackagePlace): boolean => one.co === co && one.st === st;

function Correction({ desk, one, close }: Pick<Props, 'desk' | 'close'> & { one: Package }) {
	const text = useText(packagesTexts);
	const [typed, setTyped] = useState('');
	const [isWrong, setWrong] = useState(false);
	const take = () => {
		const [grams, other] = readWeights(typed) ?? [];
		if (grams === undefined || other !== undefined) return setWrong(true);
		desk.correct(one, grams);
		close();
	};
	return (
		<div className="cp-correct">
			<TextInput
				label={text.correct}
				description={text.correctAbout}
				inputMode="numeric"
				rightSection={text.grams}
				value={typed}
				error={isWrong ? text.wrong : undefined}
				onChange={(event) => {
					setTyped(event.currentTarget.value);
					setWrong(false);
				}}
				onKeyDown={(event) => {
					if (event.key === 'Enter') take();
				}}
			/>
			<Button variant="default" onClick={take}>
				{text.correctDo}
			</Button>
		</div>
	);
}

/** Moves one package: every place it may go to is a key. */
export function MoveSheet({ view, desk, chosen, close }: Props) {
	const text = useText(packagesTexts);
	const { weight } = useFormats();
	const baskets = desk.board.baskets.map(({ co, packages, wanted }) => ({
		place: { co, st: 0 } as const,
		about: text.slots(packages.length, wanted),
		isFree: packages.length < wanted,
	}));
	const places = [
		...baskets.filter(({ isFree }) => isFree),
		{ place: { co: null, st: 0 } as const, about: '' },
		...baskets.filter(({ isFree }) => !isFree),
		{ place: { co: null, st: 1 } as const, about: '' },
		{ place: { co: null, st: 2 } as const, about: '' },
	];
	return (
		<Sheet
			opened={chosen !== undefined}
			title={text.moveTitle(weight(chosen?.g ?? 0))}
			side="right"
			onClose={close}
		>
			{chosen ? (
				<div className="cu-pad">
					<p className="nv-quiet">{text.by[chosen.or]}</p>
					<h3 className="cp-move-to">{text.moveTo}</h3>
					<ul className="cp-places">
						{places
							.filter(({ place }) => !isThere(chosen, place))
							.map(({ place, about }) => (
								<li key={`${place.co} ${place.st}`}>
									<Button
										size="md"
										variant="default"
										fullWidth
										justify="space-between"
										rightSection={<span className="nv-quiet">{about}</span>}
										onClick={() => {
											desk.move(chosen, place);
											close();
										}}
									>
										{desk.placeName(place)}
									</Button>
								</li>
							))}
					</ul>
					{chosen.st === 0 && view.mayReceive ? (
						<Correction key={chosen.id} desk={desk} one={chosen} close={close} />
					) : null}
				</div>
			) : null}
		</Sheet>
	);
}
