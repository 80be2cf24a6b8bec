import { Button } from '@mantine/core';
import { useFormats, useText } from '@navette/ui';
import { IconTruck } from '@tabler/icons-react';
import { saidWrite } from '../../../client/index.ts';
import { whenText } from '../../parts/when-text.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { unloadingTexts } from './unloading-texts.ts';

/** Before the truck is there by the clock: somebody says that it is. After: why nothing is typed. */
export function NotArrived({ view }: { readonly view: ReceptionView }) {
	const text = useText(unloadingTexts);
	const formats = useFormats();
	const { phase, delivery, scope, now, put } = view;
	if (view.mayReceive) return null;
	const arrival = delivery?.pts[scope.gc]?.tLiv;
	if (phase !== 3 || arrival === undefined) return <p className="ci-hint">{text.cannot}</p>;
	return (
		<section className="nv-card cu-not-arrived" aria-label={text.notArrived}>
			<IconTruck size={32} aria-hidden />
			<div>
				<h2>{text.notArrived}</h2>
				<p>{text.notArrivedWhy(whenText(arrival, now, formats))}</p>
			</div>
			<Button size="lg" onClick={() => put(saidWrite(scope, 'arrive'))}>
				{text.arrived}
			</Button>
		</section>
	);
}
