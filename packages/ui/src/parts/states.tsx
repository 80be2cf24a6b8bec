import { Button } from '@mantine/core';
import type { WireError } from '@navette/protocol';
import { IconAlertTriangle, IconBasket } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../preferences/preferences-context.tsx';
import type { IconPart } from './icon-part.ts';
import { partTexts } from './texts.ts';

interface EmptyStateProps {
	readonly icon?: IconPart;
	/** what will be here */
	readonly title: string;
	/** why it is empty */
	readonly children?: ReactNode;
	/** the one thing to do */
	readonly action?: ReactNode;
	/** 1 when it is the whole page */
	readonly level?: 1 | 2;
}

/** Instead of a blank table: what will be here, why it is empty, one button. */
export function EmptyState(props: EmptyStateProps) {
	const { icon: Icon = IconBasket, title, children, action, level = 2 } = props;
	const Title = `h${level}` as const;
	return (
		<section className="nv-state">
			<Icon size={40} stroke={1.5} aria-hidden />
			<Title>{title}</Title>
			{children === undefined ? null : <p className="nv-quiet">{children}</p>}
			{action}
		</section>
	);
}

interface ErrorStateProps {
	readonly error: WireError;
	readonly retry?: () => void;
	readonly title?: string;
	/** 1 when it is the whole page */
	readonly level?: 1 | 2;
}

/** A refusal. Its sentence says what happened and that nothing was saved; then what to do. */
export function ErrorState({ error, retry, title, level = 2 }: ErrorStateProps) {
	const Title = `h${level}` as const;
	const text = useText(partTexts);
	const language = useLanguage();
	const toDo = {
		later: text.retryLater,
		change: text.retryChange,
		never: text.retryNever,
	}[error.retry];
	return (
		<section className="nv-state" data-tone="danger" role="alert">
			<IconAlertTriangle size={40} stroke={1.5} aria-hidden />
			<Title>{title ?? text.refusedTitle}</Title>
			<p>{error.sentence[language]}</p>
			<p className="nv-quiet">{toDo}</p>
			{retry && error.retry !== 'never' ? <Button onClick={retry}>{text.retry}</Button> : null}
			<small className="nv-quiet">{text.code(error.code)}</small>
		</section>
	);
}

/** A place being filled, in the shape of a title and rows. */
export function LoadingState({ rows = 3, label }: { rows?: number; label?: string }) {
	const text = useText(partTexts);
	return (
		<div className="nv-loading" role="status" aria-label={label ?? text.loading}>
			{Array.from({ length: rows + 1 }, (_, row) => `row-${row}`).map((row) => (
				<span key={row} />
			))}
		</div>
	);
}

interface WhenReadyProps {
	readonly view: { readonly status: 'loading' | 'ready' | 'refused'; readonly error?: WireError };
	readonly retry?: () => void;
	readonly children: ReactNode;
}

/** The children once a thread or a report is there; its loading or its refusal before. */
export function WhenReady({ view, retry, children }: WhenReadyProps) {
	if (view.status === 'ready') return children;
	if (view.error === undefined) return <LoadingState />;
	return <ErrorState error={view.error} {...(retry ? { retry } : {})} />;
}

/** A defect of ours: what it did not touch, and what to do. */
export function DefectState({ onReload }: { onReload: () => void }) {
	const text = useText(partTexts);
	return (
		<section className="nv-state" data-tone="danger" role="alert">
			<IconAlertTriangle size={40} stroke={1.5} aria-hidden />
			<h1>{text.defectTitle}</h1>
			<p className="nv-state-saved">{text.defectSaved}</p>
			<p>{text.defectDo}</p>
			<Button onClick={onReload}>{text.reload}</Button>
		</section>
	);
}
