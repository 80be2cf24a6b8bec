import { Button, Checkbox } from '@mantine/core';
import { Page, useFormats, useText } from '@navette/ui';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { deviceTexts } from './texts.ts';
import { Warning } from './warning.tsx';

interface Props {
	readonly name: string;
	readonly phrase: string;
	/** where the application is */
	readonly address: string;
	/** ms */
	readonly now: number;
	readonly isBusy: boolean;
	/** the device could not keep it */
	readonly refused: boolean;
	onKept(): void;
	onBack(): void;
}

function Sheet({ name, phrase, address, now }: Props) {
	const text = useText(deviceTexts);
	const formats = useFormats();
	return (
		<section className="nv-own-sheet" aria-label={text.rescueTitle}>
			<dl>
				<div>
					<dt>{text.rescueFor}</dt>
					<dd>{name}</dd>
				</div>
				<div>
					<dt>{text.rescuePhrase}</dt>
					<dd className="nv-own-secret">{phrase}</dd>
				</div>
				<div>
					<dt>{text.rescueWhere}</dt>
					<dd>{address}</dd>
				</div>
				<div>
					<dt>{text.rescueMade}</dt>
					<dd>{formats.moment(now, now)}</dd>
				</div>
			</dl>
			<p className="nv-own-note">{text.rescueNote}</p>
		</section>
	);
}

/** The sheet to keep with one's papers; having kept it opens the way. */
export function RescueStep(props: Props) {
	const text = useText(deviceTexts);
	const [isKept, setIsKept] = useState(false);
	return (
		<Page title={text.rescueTitle}>
			<p className="nv-own-lead nv-no-print">{text.rescueLead}</p>
			<Sheet {...props} />
			<div className="nv-own-form nv-no-print">
				<div className="nv-own-actions">
					<Button
						variant="default"
						leftSection={<IconPrinter size={18} aria-hidden />}
						onClick={() => window.print()}
					>
						{text.print}
					</Button>
				</div>
				<Checkbox
					label={text.kept}
					checked={isKept}
					onChange={(event) => setIsKept(event.currentTarget.checked)}
				/>
				{props.refused ? <Warning tone="danger">{text.noRoom}</Warning> : null}
				<div className="nv-own-actions">
					<Button size="md" disabled={!isKept} loading={props.isBusy} onClick={props.onKept}>
						{text.create}
					</Button>
					<Button variant="subtle" disabled={props.isBusy} onClick={props.onBack}>
						{text.back}
					</Button>
				</div>
			</div>
		</Page>
	);
}
