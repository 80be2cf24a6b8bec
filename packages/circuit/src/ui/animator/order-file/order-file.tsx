import { Button } from '@mantine/core';
import { Dialog, useActions, useText } from '@navette/ui';
import { IconFileDownload, IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { ImportForm } from '../../parts/files/import-form.tsx';
import { useWrite } from '../../parts/use-write.ts';
import type { GroupOrderView } from '../use-group-order.ts';
import { orderFileTexts } from './order-file-texts.ts';
import { useOrderFile } from './use-order-file.ts';

function Body({ view, close }: { readonly view: GroupOrderView; close(): void }) {
	const text = useText(orderFileTexts);
	const writing = useWrite();
	const { kind, isWrong, save } = useOrderFile(view);
	return (
		<div className="cg-form">
			<ImportForm
				{...{ kind, writing, close }}
				write={async (call, said) => (await writing.run([call], said)) !== undefined}
			/>
			<p>{text.model}</p>
			<div className="cg-actions">
				{(['csv', 'xlsx'] as const).map((format) => (
					<Button
						key={format}
						variant="default"
						leftSection={<IconFileDownload size={18} aria-hidden />}
						onClick={() => save(format)}
					>
						{text[format]}
					</Button>
				))}
			</div>
			{isWrong ? (
				<p className="cg-refusal" role="alert">
					{text.modelFault}
				</p>
			) : null}
		</div>
	);
}

/** Orders of consumers without internet, read from a file as long as orders are open. */
export function OrderFileEntry({ view }: { readonly view: GroupOrderView }) {
	const text = useText(orderFileTexts);
	const [isOpen, setOpen] = useState(false);
	useActions([{ id: 'group-order-file', label: text.title, run: () => setOpen(true) }]);
	return (
		<>
			<Button
				variant="default"
				leftSection={<IconFileUpload size={18} aria-hidden />}
				onClick={() => setOpen(true)}
			>
				{text.open}
			</Button>
			<Dialog opened={isOpen} onClose={() => setOpen(false)} size="xl" title={text.title}>
				{isOpen ? <Body view={view} close={() => setOpen(false)} /> : null}
			</Dialog>
		</>
	);
}
