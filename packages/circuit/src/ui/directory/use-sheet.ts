import {
	type ReportHandle,
	type RoleView,
	useAnnounce,
	useDraft,
	useLanguage,
	useReport,
	useSession,
	useText,
	useUndo,
} from '@navette/ui';
import { useMemo, useState } from 'react';
import {
	type AnySheet,
	formOf,
	isChanged,
	type SheetFaults,
	type SheetForm,
	type SheetKind,
	sheetChange,
	sheetFaults,
} from '../../client/index.ts';
import { sheetTexts } from './sheet-texts.ts';

/** A sheet being looked at and changed. */
export interface SheetView {
	readonly kind: SheetKind;
	readonly report: ReportHandle<AnySheet | null>;
	/** As typed, or as it is; absent until the sheet is read. */
	readonly form: SheetForm | undefined;
	readonly changed: boolean;
	readonly faults: SheetFaults;
	/** A save was asked for: faults are shown. */
	readonly asked: boolean;
	readonly writable: boolean;
	/** Somebody else's: who sees what is not decided here, and what is hidden stays hidden. */
	readonly isForeign: boolean;
	readonly saving: boolean;
	/** Why the last save was not taken. */
	readonly refusal: string | undefined;
	readonly atRisk: boolean;
	change(part: Partial<SheetForm>): void;
	/** Whether it was saved, or has faults. */
	save(): Promise<boolean>;
	discard(): void;
}

/** What is typed, and the sheet from which it was typed: only differences are written. */
interface Typed {
	readonly form: SheetForm;
	readonly base: SheetForm;
}

const isTyped = (value: unknown): value is Typed =>
	typeof value === 'object' && value !== null && 'form' in value && 'base' in value;

const KINDS: Readonly<Record<string, SheetKind>> = { CO: 'FCO', GC: 'FGC', GP: 'FGP', PR: 'FPR' };

const useSheetCall = (right: string, kind: SheetKind, id: string) => {
	const session = useSession();
	const language = useLanguage();
	const text = useText(sheetTexts);
	return async (after: SheetForm, before: SheetForm): Promise<string | undefined> => {
		const input = { right, type: kind, id, ...sheetChange(kind, after, before) };
		const answer = await session.call<unknown>('FicheMaj', input);
		if (answer.ok) return undefined;
		return answer.error.code === 'E-OFFLINE' ? text.offline : answer.error.sentence[language];
	};
};

/** Which sheet, and the right under which it is written. */
export interface SheetPlace {
	readonly right: string;
	readonly kind: SheetKind;
	/** Values of its key joined by `.` */
	readonly id: string;
	readonly writable: boolean;
	/** It is that of somebody else, who alone says who sees what. */
	readonly isForeign?: boolean;
}

/** The sheet of a role. */
export function useSheet({ right, usage, power }: RoleView): SheetView {
	return useSheetOf({
		...{ right, kind: KINDS[usage] ?? 'FCO', id: right.split('/')[1] ?? '' },
		writable: usage === 'CO' || usage === 'PR' || power !== 2,
	});
}

/** A sheet, its draft kept on the device until it is saved or given up. */
export function useSheetOf(place: SheetPlace): SheetView {
	const text = useText(sheetTexts);
	const announce = useAnnounce();
	const offerUndo = useUndo();
	const { right, kind, id, writable, isForeign = false } = place;
	const report = useReport<AnySheet | null>('Lire', { right, type: kind, id });
	const draft = useDraft(`sheet ${kind} ${id}`);
	const call = useSheetCall(right, kind, id);
	const [asked, setAsked] = useState(false);
	const [saving, setSaving] = useState(false);
	const [refusal, setRefusal] = useState<string>();
	const sheet = report.result;
	const kept = useMemo(() => (sheet ? formOf(kind, sheet) : undefined), [kind, sheet]);
	const typed = isTyped(draft.value) ? draft.value : undefined;
	const base = typed?.base ?? kept;
	const form = typed?.form ?? kept;
	const changed = form !== undefined && base !== undefined && isChanged(kind, form, base);
	const faults = useMemo(() => (form ? sheetFaults(kind, form) : {}), [kind, form]);
	const write = async (after: SheetForm, before: SheetForm): Promise<boolean> => {
		setSaving(true);
		const why = await call(after, before);
		setSaving(false);
		setRefusal(why);
		if (why === undefined) report.refresh();
		return why === undefined;
	};
	const save = async (): Promise<boolean> => {
		setAsked(true);
		if (!form || !base || !changed || Object.keys(faults).length > 0) return false;
		if (!(await write(form, base))) return false;
		draft.forget();
		setAsked(false);
		offerUndo({
			message: text.saved,
			undo: () => void write(base, form).then((done) => done && announce(text.taken)),
		});
		return true;
	};
	return {
		...{ kind, report, form, changed, faults, asked, saving, refusal, save },
		...{ writable, isForeign },
		atRisk: draft.atRisk,
		change: (part) => {
			if (form && base) draft.change({ form: { ...form, ...part }, base } satisfies Typed);
		},
		discard: () => {
			draft.forget();
			setAsked(false);
			setRefusal(undefined);
		},
	};
}
