/** Gives bytes to the person as a file of this name. */
export const saveFile = (name: string, bytes: Uint8Array): void => {
	const url = URL.createObjectURL(
		new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }),
	);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
};
