import type { UpkeepReport } from '@navette/server/model';
import { useFormats, useText } from '@navette/ui';
import { bytesText } from './bytes-text.ts';
import { upkeepTexts } from './upkeep-texts.ts';

const NAMES = ['documents', 'documentBytes', 'fileBytes', 'operationsPerMinute'] as const;

/** From here on a bar says that room is scarce, and that there is none. */
const SCARCE = 0.8;

const toneOf = (share: number): 'ok' | 'warn' | 'danger' =>
	share >= 1 ? 'danger' : share >= SCARCE ? 'warn' : 'ok';

/** What the organisation may use and uses, as bars. */
export function LimitsCard({ limits, usage }: Pick<UpkeepReport, 'limits' | 'usage'>) {
	const text = useText(upkeepTexts);
	const formats = useFormats();
	const { number, percent } = formats;
	const shown = NAMES.filter((name) => limits[name] !== undefined);
	const figure = (name: (typeof NAMES)[number], value: number) =>
		name === 'documentBytes' || name === 'fileBytes' ? bytesText(value, formats) : number(value);
	const used = (name: (typeof NAMES)[number]): number =>
		(name === 'operationsPerMinute' ? usage?.operations : usage?.[name]) ?? 0;
	return (
		<section className="nv-card ad-part" aria-labelledby="ad-limits">
			<h2 id="ad-limits">{text.limitsTitle}</h2>
			<p className="nv-quiet">{shown.length === 0 ? text.limitsNone : text.limitsAbout}</p>
			{shown.map((name) => {
				const limit = limits[name] ?? 0;
				const share = limit === 0 ? 1 : used(name) / limit;
				return (
					<div key={name} className="ad-limit">
						<div className="ad-head">
							<span id={`ad-limit-${name}`}>{text.limit[name]}</span>
							<span>
								{text.of(figure(name, used(name)), figure(name, limit))}
								{' · '}
								{percent(Math.round(share * 100) * 100)}
							</span>
						</div>
						<progress
							aria-labelledby={`ad-limit-${name}`}
							max={Math.max(1, limit)}
							value={Math.min(used(name), Math.max(1, limit))}
							data-tone={toneOf(share)}
						/>
					</div>
				);
			})}
		</section>
	);
}
