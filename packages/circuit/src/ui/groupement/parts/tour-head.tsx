import { ScreenLink, useFormats, useText } from '@navette/ui';
import {
	IconArrowLeft,
	IconCalendarClock,
	IconListDetails,
	IconPackages,
	IconTableColumn,
} from '@tabler/icons-react';
import { useStrip } from '../../parts/use-strip.ts';
import { tourHeadTexts } from './tour-texts.ts';

const PAGES = [
	{ id: 'delivery', end: '', Icon: IconCalendarClock },
	{ id: 'orders', end: '/orders', Icon: IconTableColumn },
	{ id: 'catalogue', end: '/catalogue', Icon: IconListDetails },
	{ id: 'loading', end: '/loading', Icon: IconPackages },
] as const;

interface Props {
	readonly gp: string;
	readonly livr: string;
	readonly label?: string | undefined;
	readonly page: (typeof PAGES)[number]['id'];
}

/** Which tour, and its four screens. */
export function TourHead({ gp, livr, label, page }: Props) {
	const text = useText(tourHeadTexts);
	const { day } = useFormats();
	const bar = useStrip<HTMLUListElement>(page);
	return (
		<>
			<p className="ci-under">
				<ScreenLink to="" className="ci-back">
					<IconArrowLeft size={18} aria-hidden /> <span>{text.back}</span>
				</ScreenLink>
				<b>{day(livr)}</b>
				{label ? <span>{label}</span> : null}
			</p>
			<nav aria-label={text.pages}>
				<ul ref={bar} className="cg-tour-nav ci-strip">
					{PAGES.map(({ id, end, Icon }) => (
						<li key={id}>
							<ScreenLink
								to={`deliveries/${gp}/${livr}${end}`}
								{...(id === page ? { 'aria-current': 'page' as const } : {})}
							>
								<Icon size={18} aria-hidden /> {text[id]}
							</ScreenLink>
						</li>
					))}
				</ul>
			</nav>
		</>
	);
}
