import { Button } from '@mantine/core';
import { Page, useFormats, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import {
	type AliasPhrases,
	type DirectoryClientDeps,
	type Fault,
	openRescueFile,
} from '../client/index.ts';
import { type DeviceAnswer, DeviceFields, isAnswered } from './device-fields.tsx';
import { entryTexts } from './entry-texts.ts';
import { FaultNotice } from './fault-notice.tsx';
import { Notice } from './notice.tsx';
import { OpenFromFile } from './open-from-file.tsx';
import { PairFields } from './pair-fields.tsx';

interface Props {
	readonly deps: DirectoryClientDeps;
	readonly deviceName: string;
	readonly isSettled: boolean;
	/** Enters; answers why not. */
	onEnter(phrases: AliasPhrases, device: DeviceAnswer): Promise<Fault | undefined>;
	/** to a sponsorship that was said; absent where one led here */
	readonly onTold: (() => void) | undefined;
	onBack(): void;
}

/** Entry by two phrases. Whether an alias exists is never told. */
export function LoginStep({ deps, deviceName, isSettled, onEnter, onTold, onBack }: Props) {
	const text = useText(entryTexts);
	const formats = useFormats();
	const [pair, setPair] = useState<AliasPhrases>({ first: '', second: '' });
	const [device, setDevice] = useState<DeviceAnswer>({
		...{ kind: 'personal', name: '', label: deviceName, code: '' },
	});
	const [fault, setFault] = useState<Fault>();
	const [isBusy, setIsBusy] = useState(false);
	const [isChecked, setIsChecked] = useState(false);
	const [file, setFile] = useState<'asked' | number>();
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setIsChecked(true);
		if (isBusy || !isAnswered(device, isSettled)) return;
		setIsBusy(true);
		setFault(undefined);
		const refused = await onEnter(pair, device);
		setIsBusy(false);
		setFault(refused);
	};
	const isWhole = pair.first !== '' && pair.second !== '';
	return (
		<Page title={text.loginTitle}>
			<p className="nv-own-lead">{text.loginLead}</p>
			<FaultNotice fault={fault} />
			{typeof file === 'number' ? (
				<Notice tone="info">{text.fileOpened(formats.dateTime(file))}</Notice>
			) : null}
			<form className="nv-own-form" onSubmit={(event) => void submit(event)} noValidate>
				<PairFields value={pair} isNew={false} onChange={setPair} />
				<DeviceFields {...{ isSettled, isChecked, value: device, onChange: setDevice }} />
				<p className="nv-quiet">{text.secondAlias}</p>
				<p role="status">{isBusy ? text.busy : ''}</p>
				<div className="nv-own-actions">
					<Button type="submit" size="md" disabled={!isWhole} loading={isBusy}>
						{text.loginDo}
					</Button>
					{file === undefined ? (
						<Button variant="default" onClick={() => setFile('asked')}>
							{text.openFile}
						</Button>
					) : null}
					<Button variant="subtle" onClick={onBack}>
						{text.back}
					</Button>
				</div>
			</form>
			{onTold ? (
				<div className="nv-own-actions">
					<Button variant="subtle" onClick={onTold}>
						{text.told}
					</Button>
				</div>
			) : null}
			{file === 'asked' ? (
				<OpenFromFile
					label={text.file}
					open={async (phrase, bytes) => {
						const sheet = await openRescueFile(deps, phrase, bytes);
						if (!sheet.ok) return sheet.error;
						const { first, second, made } = sheet.value;
						setPair({ first, second });
						setFile(made);
						return undefined;
					}}
				/>
			) : null}
		</Page>
	);
}
