import {
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	type RoleView,
	type ScreenProps,
	useText,
} from '@navette/ui';
import { IconIdOff } from '@tabler/icons-react';
import { type FormEvent, useRef } from 'react';
import { type AnySheet, producerOf } from '../../client/index.ts';
import { PhotoField } from '../parts/photo/photo-field.tsx';
import { usePhotos } from '../parts/photo/use-photos.ts';
import { CardFields } from './card-fields.tsx';
import { ContactFields } from './contact-fields.tsx';
import { SettingFields } from './setting-fields.tsx';
import { SheetFoot } from './sheet-foot.tsx';
import { SheetPreview } from './sheet-preview.tsx';
import { sheetTexts } from './sheet-texts.ts';
import { type SheetView, useSheet } from './use-sheet.ts';
import '../chats/chats.css';
import './directory.css';

function Shelves({ sheet }: { readonly sheet: AnySheet | null | undefined }) {
	const text = useText(sheetTexts);
	if (!sheet || !('rayons' in sheet)) return null;
	return (
		<section className="nv-card di-fields" aria-label={text.shelves}>
			<h2>{text.shelves}</h2>
			<p>{sheet.rayons.length === 0 ? text.noShelf : sheet.rayons.join(', ')}</p>
			<p className="nv-quiet">{text.shelvesHelp}</p>
		</section>
	);
}

/** What a producer shows of himself; written at once, not with the rest of the sheet. */
function OwnPhoto({ role, name }: { readonly role: RoleView; readonly name: string }) {
	const { right, gp, pr } = producerOf(role);
	const photo = usePhotos(gp).get(pr);
	return (
		<div className="nv-card di-photo">
			<PhotoField {...{ right, gp, name, photo }} prod={pr} />
		</div>
	);
}

function Form({ view }: { readonly view: SheetView }) {
	const text = useText(sheetTexts);
	const node = useRef<HTMLFormElement>(null);
	const { form, kind, writable, save, report } = view;
	if (!form) return null;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		void save().then((saved) => {
			if (!saved) node.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
		});
	};
	return (
		<form ref={node} className="di-sheet" onSubmit={submit} noValidate>
			<div className="di-columns">
				<div>
					{writable ? null : <p className="nv-quiet">{text.readOnly}</p>}
					<CardFields view={view} form={form} />
					<ContactFields view={view} form={form} />
					<SettingFields view={view} form={form} />
					<Shelves sheet={report.result} />
				</div>
				<SheetPreview kind={kind} form={form} />
			</div>
			<SheetFoot view={view} />
		</form>
	);
}

/** C10, R6, and the sheets of a group and of a groupement: what others see, and the settings. */
export default function SheetScreen({ role }: ScreenProps) {
	const text = useText(sheetTexts);
	const view = useSheet(role);
	const { report, form, kind } = view;
	return (
		<Page title={text.titles[kind]} aside={<DataAge asOf={report.asOf} />}>
			{report.error && !form ? <ErrorState error={report.error} retry={report.refresh} /> : null}
			{!form && report.status === 'loading' ? <LoadingState rows={6} /> : null}
			{report.result === null ? <EmptyState icon={IconIdOff} title={text.gone} /> : null}
			{kind === 'FPR' && form ? <OwnPhoto role={role} name={form.nom} /> : null}
			<Form view={view} />
		</Page>
	);
}
