import { useAnnounce, useFormats, useLanguage, useSession, useText, useUndo } from '@navette/ui';
import { useMemo, useState } from 'react';
import {
	type ClosingEntry,
	type ClosingFix,
	closingCheck,
	closingFixes,
	editOperation,
} from '../../../client/index.ts';
import { GROUP_ITSELF } from '../../../model/index.ts';
import { amountShort } from '../../parts/amount-words.ts';
import type { GroupOrderView } from '../use-group-order.ts';
import { closingTexts } from './closing-texts.ts';

/** Why a product could not be settled; shown where it was asked. */
interface ClosingFault {
	readonly code: string;
	readonly sentence: string;
}

/** What to look at before the closing, and the quantities that settle it in one tap. */
export function useClosing(view: GroupOrderView) {
	const text = useText(closingTexts);
	const formats = useFormats();
	const language = useLanguage();
	const session = useSession();
	const announce = useAnnounce();
	const offerUndo = useUndo();
	const [fault, setFault] = useState<ClosingFault>();
	const [busy, setBusy] = useState<string>();
	const { groupOrder, catalogue, directory, scope } = view;
	const orders = useMemo(() => Object.fromEntries(view.orders), [view.orders]);
	const entries = useMemo(
		() => closingCheck(groupOrder ?? null, orders, catalogue),
		[groupOrder, orders, catalogue],
	);
	const nameOf = (co: string): string =>
		co === GROUP_ITSELF ? text.itself : (directory?.cos[co]?.carte.nom ?? `n° ${co}`);

	const put = async (code: string, co: string, from: number, to: number): Promise<boolean> => {
		const product = catalogue.lignes[code];
		if (!product) return false;
		const { name, input } = editOperation({ co, code, product, amount: to }, scope, 'ordered');
		const unit = product.perm.mode === 'P' ? { g: from } : { q2: from };
		const seen = from === 0 ? null : unit;
		setBusy(code);
		const result = await session.call(name, { ...input, seen });
		setBusy(undefined);
		setFault(result.ok ? undefined : { code, sentence: result.error.sentence[language] });
		if (!result.ok) announce(result.error.sentence[language]);
		return result.ok;
	};
	const apply = async ({ code, label }: ClosingEntry, fix: ClosingFix) => {
		const { co, from, to } = fix;
		if (!(await put(code, co, from, to))) return;
		const mode = catalogue.lignes[code]?.perm.mode ?? 'U';
		const amount = amountShort(to, mode, formats);
		offerUndo({
			message: text.said(label, nameOf(co), amount),
			undo: () => void put(code, co, to, from),
		});
	};
	return {
		...{ entries, orders, nameOf, fault, busy, apply },
		fixesOf: (entry: ClosingEntry) => closingFixes(entry, orders, catalogue),
	};
}

export type Closing = ReturnType<typeof useClosing>;
