/** Milliseconds of the clock that all processes of a machine share. */
export const machineNow = (): number => Number(process.hrtime.bigint()) / 1e6;

const MARK = Buffer.from('navette:');

/** 300 bytes that say when they were written; what follows is as long as an envelope's. */
export const stampedData = (filling: Uint8Array): Uint8Array => {
	const data = Uint8Array.from(filling);
	data.set(MARK);
	new DataView(data.buffer).setFloat64(MARK.length, machineNow());
	return data;
};

/** When the data in a frame were written; `undefined` when there are none in it. */
export const stampIn = (frame: Buffer): number | undefined => {
	const at = frame.indexOf(MARK);
	return at < 0 ? undefined : frame.readDoubleBE(at + MARK.length);
};
