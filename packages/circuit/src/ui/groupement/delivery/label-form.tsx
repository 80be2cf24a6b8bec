import { Button, TextInput } from '@mantine/core';
import { useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import { deliveryTexts } from './delivery-texts.ts';
import type { DeliveryDesk } from './use-delivery-desk.ts';

/** The name of a delivery. */
export function LabelForm({ desk }: { readonly desk: DeliveryDesk }) {
	const text = useText(deliveryTexts);
	const { delivery, place, writing } = desk;
	const saved = delivery.lib ?? '';
	const [typed, setTyped] = useState<string>();
	const value = typed ?? saved;
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		const lib = value.trim();
		const input = { ...place, lib: lib === '' ? null : lib };
		const said = lib === '' ? text.unnamed : text.renamed(lib);
		const done = await writing.run([{ name: 'LivrNommer', input }], said);
		if (done !== undefined) setTyped(undefined);
	};
	return (
		<form className="cg-inline" onSubmit={(event) => void submit(event)}>
			<TextInput
				label={text.label}
				description={text.labelNote}
				maxLength={80}
				value={value}
				onChange={(event) => setTyped(event.currentTarget.value)}
			/>
			<Button type="submit" variant="default" disabled={value.trim() === saved}>
				{text.rename}
			</Button>
		</form>
	);
}
