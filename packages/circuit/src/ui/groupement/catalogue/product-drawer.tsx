import { Button, Textarea, TextInput } from '@mantine/core';
import { Chip, ScreenLink, Sheet, useFormats, useText } from '@navette/ui';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { GeneralProduct } from '../../../client/index.ts';
import { PhotoField } from '../../parts/photo/photo-field.tsx';
import { usePhotos } from '../../parts/photo/use-photos.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { catalogueTexts } from './catalogue-texts.ts';
import { ProductTimeline } from './product-timeline.tsx';
import type { CatalogueDesk } from './use-catalogue.ts';

interface Props {
	readonly desk: CatalogueDesk;
	readonly known: GeneralProduct;
}

/** The permanent part: shown with its lock, and why. */
function Locked({ known }: Pick<Props, 'known'>) {
	const text = useText(catalogueTexts);
	const { drawer } = text;
	const { weight, percent } = useFormats();
	const { product, code } = known;
	const half = product.demi ? (product.par === 2 ? 'whole' : 'yes') : 'no';
	const rows: readonly (readonly [string, string | undefined])[] = [
		[drawer.code, code],
		[text.kind, text.kinds[product.mode]],
		[drawer.packing, drawer.packings[product.emb]],
		[text.storageHead, text.storage[product.cons]],
		[drawer.half, product.mode === 'U' ? drawer.halves[half] : undefined],
		[drawer.step, product.pas === undefined ? undefined : weight(product.pas)],
		[drawer.vat, percent(product.tva)],
		[drawer.labels, product.labels.join(', ') || undefined],
		[drawer.barcode, product.cb],
	];
	return (
		<section className="cg-drawer-part">
			<h3>
				<IconLock size={18} aria-hidden /> {drawer.locked}
			</h3>
			<p className="nv-quiet">{drawer.lockedWhy}</p>
			<dl className="cg-facts">
				{rows.map(([name, value]) =>
					value === undefined ? null : (
						<div key={name}>
							<dt>{name}</dt>
							<dd>{value}</dd>
						</div>
					),
				)}
			</dl>
		</section>
	);
}

function Words({ desk, known }: Props) {
	const { drawer } = useText(catalogueTexts);
	const { product, code } = known;
	const saved = { lib: product.lib, rayon: product.rayon, desc: product.desc ?? '' };
	const [typed, setTyped] = useState<Partial<typeof saved>>({});
	const draft = { ...saved, ...typed };
	const isSame =
		draft.lib === saved.lib && draft.rayon === saved.rayon && draft.desc === saved.desc;
	const canSave = !isSame && draft.lib.trim() !== '' && draft.rayon.trim() !== '';
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		const [lib, rayon, desc] = [draft.lib.trim(), draft.rayon.trim(), draft.desc.trim()];
		const place = { right: desk.view.right, gp: desk.view.gp, prod: code };
		const input = { ...place, lib, rayon, desc: desc === '' ? null : desc };
		const done = await desk.write([{ name: 'ProdMaj', input }], drawer.saved(lib));
		if (done) setTyped({});
	};
	return (
		<form className="cg-form cg-drawer-part" onSubmit={(event) => void submit(event)}>
			<h3>{drawer.words}</h3>
			<TextInput
				label={drawer.lib}
				description={drawer.notes.lib}
				maxLength={80}
				value={draft.lib}
				onChange={(event) => setTyped({ ...typed, lib: event.currentTarget.value })}
			/>
			<TextInput
				label={drawer.rayon}
				description={drawer.notes.rayon}
				maxLength={40}
				value={draft.rayon}
				onChange={(event) => setTyped({ ...typed, rayon: event.currentTarget.value })}
			/>
			<Textarea
				label={drawer.desc}
				description={drawer.notes.desc}
				rows={2}
				maxLength={500}
				value={draft.desc}
				onChange={(event) => setTyped({ ...typed, desc: event.currentTarget.value })}
			/>
			<div className="cg-actions">
				<Button type="submit" variant="default" disabled={!canSave}>
					{drawer.save}
				</Button>
			</div>
		</form>
	);
}

function Retire({ desk, known }: Props) {
	const { drawer } = useText(catalogueTexts);
	const { day } = useFormats();
	const { view, writing } = desk;
	const refused = writing.refused?.code === 'E-DISPO' ? writing.refused : undefined;
	const livr = typeof refused?.detail?.livr === 'string' ? refused.detail.livr : undefined;
	const retire = () =>
		desk.write(
			[{ name: 'ProdRetirer', input: { right: view.right, gp: view.gp, prod: known.code } }],
			drawer.retired(known.product.lib),
		);
	return (
		<section className="cg-drawer-part">
			<p className="nv-quiet">{drawer.retireNote}</p>
			{livr === undefined ? (
				<RefusalNote refused={writing.refused} />
			) : (
				<p className="cg-refusal" role="alert">
					<span>
						{drawer.stillSold(day(livr))}{' '}
						<ScreenLink to={`deliveries/${view.gp}/${livr}/catalogue?product=${known.code}`}>
							{drawer.openDelivery}
						</ScreenLink>
					</span>
				</p>
			)}
			<div className="cg-actions">
				<Button variant="subtle" color="red" onClick={() => void retire()}>
					{drawer.retire}
				</Button>
			</div>
		</section>
	);
}

/** One product: what may change, its conditions in time, what is locked, and its end. */
export function ProductDrawer({ desk }: { readonly desk: CatalogueDesk }) {
	const { drawer } = useText(catalogueTexts);
	const { day } = useFormats();
	const known = desk.products.find(({ code }) => code === desk.opened);
	const close = () => {
		desk.writing.dismiss();
		desk.open('');
	};
	const photos = usePhotos(desk.view.gp);
	const { sup } = known?.product ?? {};
	return (
		<Sheet opened={known !== undefined} onClose={close} size="lg" title={known?.product.lib ?? ''}>
			{known ? (
				<div key={known.code} className="cg-drawer">
					{sup === undefined ? (
						<p className="nv-quiet">{desk.view.producerName(known.pr)}</p>
					) : (
						<Chip tone="danger">{drawer.removedOn(day(String(sup), 'date'))}</Chip>
					)}
					{known.isRemoved ? null : (
						<PhotoField
							{...{ right: desk.view.right, gp: desk.view.gp, prod: known.code }}
							name={known.product.lib}
							photo={photos.get(known.code)}
						/>
					)}
					<ProductTimeline desk={desk} known={known} />
					{known.isRemoved ? null : <Words desk={desk} known={known} />}
					<Locked known={known} />
					{known.isRemoved ? null : <Retire desk={desk} known={known} />}
				</div>
			) : null}
		</Sheet>
	);
}
