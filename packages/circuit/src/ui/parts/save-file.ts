import type { ExportFile } from '../../client/index.ts';

/** Gives a file to the person, without any request. */
export const saveFile = ({ name, type, bytes }: ExportFile): void => {
	const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser has read the address by then.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
