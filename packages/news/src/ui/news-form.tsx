import { Button, Switch } from '@mantine/core';
import type { NewsOffer } from '@navette/client';
import { useLanguage, useText } from '@navette/ui';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { NEWS_LIMITS } from '../model/index.ts';
import { NewsFaultText } from './news-fault.tsx';
import { QuietHours } from './quiet-hours.tsx';
import { newsTexts } from './texts.ts';
import type { NewsChoices, useNews } from './use-news.ts';

type News = ReturnType<typeof useNews>;

interface Props {
	readonly news: News;
	readonly choices: NewsChoices;
	readonly offers: readonly NewsOffer[];
	/** Whether the server can be asked now. */
	readonly isOnline: boolean;
}

function Preview({ offers, choices }: Pick<Props, 'offers' | 'choices'>) {
	const text = useText(newsTexts);
	const language = useLanguage();
	const chosen = offers.filter(({ id }) => choices.chosen.includes(id));
	const [thread] = chosen.flatMap(({ threads }) => threads);
	if (!thread) return null;
	const words = choices.book.names ? thread.sentence : thread.discreet;
	return (
		<figure className="news-preview" aria-label={text.preview}>
			<figcaption>{text.preview}</figcaption>
			<div>
				<IconBell size={20} aria-hidden />
				<strong>Navette</strong>
				<p>{words[language]}</p>
			</div>
		</figure>
	);
}

function Offers({ news, choices, offers, isOnline }: Props) {
	const text = useText(newsTexts);
	const language = useLanguage();
	const { chosen, lasting } = choices;
	const toggle = (id: string) =>
		chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
	return (
		<fieldset className="news-card" disabled={news.busy || !isOnline}>
			<legend>{text.what}</legend>
			{offers.map(({ id, title, note }) => (
				<Switch
					key={id}
					label={title[language]}
					description={note[language]}
					checked={chosen.includes(id)}
					onChange={() => void news.choose(offers, toggle(id), lasting)}
				/>
			))}
		</fieldset>
	);
}

function Manner({ news, choices, offers, isOnline }: Props) {
	const text = useText(newsTexts);
	const { chosen, lasting, book } = choices;
	return (
		<fieldset className="news-card" disabled={news.busy}>
			<legend>{text.manner}</legend>
			<Switch
				label={text.names}
				description={text.namesNote}
				checked={book.names}
				onChange={(event) => void news.setManner({ names: event.currentTarget.checked })}
			/>
			<Switch
				label={text.lasting}
				description={text.lastingNote(NEWS_LIMITS.lastingDays)}
				checked={lasting}
				disabled={!isOnline}
				onChange={() => void news.choose(offers, chosen, !lasting)}
			/>
			<QuietHours quiet={book.quiet} onChange={(quiet) => void news.setManner({ quiet })} />
		</fieldset>
	);
}

/** What this device is told of in a role, and how; each choice applies at once. */
export function NewsForm(props: Props) {
	const { news, choices, offers, isOnline } = props;
	const text = useText(newsTexts);
	const usual = offers.filter(({ isUsual }) => isUsual).map(({ id }) => id);
	const isOn = choices.chosen.length > 0;
	return (
		<div className="news-form">
			<p className="nv-quiet">{text.intro}</p>
			{isOnline ? null : <p role="status">{text.offline}</p>}
			{news.fault ? <NewsFaultText fault={news.fault} /> : null}
			{isOn ? (
				<>
					<Offers {...props} />
					<Manner {...props} />
					<Preview offers={offers} choices={choices} />
					<Button
						variant="default"
						leftSection={<IconBellOff size={18} aria-hidden />}
						loading={news.busy}
						disabled={!isOnline}
						onClick={() => void news.stop()}
					>
						{text.stop}
					</Button>
				</>
			) : (
				<section className="nv-state">
					<IconBell size={40} stroke={1.5} aria-hidden />
					<Button
						loading={news.busy}
						disabled={!isOnline}
						onClick={() => void news.choose(offers, usual, choices.lasting)}
					>
						{text.on}
					</Button>
					<p className="nv-quiet">{text.onNote}</p>
				</section>
			)}
		</div>
	);
}
