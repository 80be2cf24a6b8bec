/** The base of what this browser keeps besides profiles; where it is, Navette is kept here. */
export const DEVICE_BASE = 'device';

/** Whether Navette keeps anything in this browser. Asking writes nothing. */
export const isKeptHere = async (): Promise<boolean> => {
	try {
		const bases = await indexedDB.databases();
		return bases.some(({ name }) => name === DEVICE_BASE);
	} catch (error) {
		/* a private window of some browsers: nothing can be kept */
		if (error instanceof DOMException) return false;
		throw error;
	}
};
