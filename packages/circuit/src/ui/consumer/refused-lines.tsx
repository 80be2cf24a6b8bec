import { Button } from '@mantine/core';
import { useFormats, useLanguage, useText } from '@navette/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId } from 'react';
import { type RefusedLine, type StaleLine, staleLineOf } from '../../client/index.ts';
import { amountShort } from '../parts/amount-words.ts';
import { orderTexts } from './order-texts.ts';

interface Props {
	readonly refused: readonly RefusedLine[];
	/** amount of a product in the order as it is */
	shownAmount(code: string): number;
	keep(codes: readonly string[]): void;
	put(line: RefusedLine, seen: number): void;
}

type ItemProps = Omit<Props, 'refused'> & { readonly line: RefusedLine };

/** Who put what and when, in words. */
function useStaleWords() {
	const text = useText(orderTexts);
	const formats = useFormats();
	return (line: RefusedLine, stale: StaleLine, now: number): string => {
		if (stale.current === 0) return text.staleRemoved(line.lib);
		const who = stale.name ?? (stale.byAnimator ? text.animator : text.somebody);
		const when = stale.at === undefined ? '' : formats.moment(stale.at, now);
		return text.stale(who, amountShort(stale.current, line.mode, formats), when);
	};
}

function Choice({ line, stale, keep, put }: ItemProps & { readonly stale: StaleLine }) {
	const text = useText(orderTexts);
	const formats = useFormats();
	const amount = (value: number) => amountShort(value, line.mode, formats);
	return (
		<span className="co-choice">
			<Button size="md" variant="default" onClick={() => keep([line.code])}>
				{stale.current === 0 ? text.keepNone : text.keep(amount(stale.current))}
			</Button>
			<Button size="md" onClick={() => put(line, stale.current)}>
				{line.to === 0 ? text.putNone : text.put(amount(line.to))}
			</Button>
		</span>
	);
}

function StaleItem({ now, stale, ...props }: ItemProps & { now: number; stale: StaleLine }) {
	const staleWords = useStaleWords();
	return (
		<li>
			<div>
				<b>{props.line.lib}</b>
				<p>{staleWords(props.line, stale, now)}</p>
			</div>
			<Choice {...props} stale={stale} />
		</li>
	);
}

/** Changes refused for one reason: the reason once, both values of each. */
function Refusals({ refused, shownAmount, keep }: Omit<Props, 'put'>) {
	const text = useText(orderTexts);
	const formats = useFormats();
	const language = useLanguage();
	const [first] = refused;
	if (!first) return null;
	const amount = (value: number, { mode }: RefusedLine) => amountShort(value, mode, formats);
	return (
		<li>
			<div>
				<p>{first.error.sentence[language]}</p>
				<ul>
					{refused.map((line) => (
						<li key={line.code}>
							{text.differs(line.lib, amount(line.to, line), amount(shownAmount(line.code), line))}
						</li>
					))}
				</ul>
			</div>
			<Button size="md" variant="default" onClick={() => keep(refused.map(({ code }) => code))}>
				{text.understood}
			</Button>
		</li>
	);
}

/** Changes that the server did not take, with both values: nothing is lost in silence. */
export function RefusedLines({ refused, now, ...actions }: Props & { readonly now: number }) {
	const text = useText(orderTexts);
	const id = useId();
	if (refused.length === 0) return null;
	const others = refused.filter(({ error }) => !staleLineOf(error));
	const reasons = [...new Set(others.map(({ error }) => error.code))];
	return (
		<section className="co-refused" role="alert" aria-labelledby={id}>
			<h2 id={id}>
				<IconAlertTriangle size={22} aria-hidden />
				{text.refusedTitle(refused.length)}
			</h2>
			<ul>
				{refused.map((line) => {
					const stale = staleLineOf(line.error);
					return stale ? (
						<StaleItem key={line.code} {...{ line, stale, now }} {...actions} />
					) : null;
				})}
				{reasons.map((reason) => (
					<Refusals
						key={reason}
						refused={others.filter(({ error }) => error.code === reason)}
						{...actions}
					/>
				))}
			</ul>
		</section>
	);
}
