/** Runs works one after the other, in the order asked; one that throws does not stop the next. */
export type Serial = <T>(work: () => Promise<T>) => Promise<T>;

export const createSerial = (): Serial => {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const done = last.then(work, work);
		last = done;
		return done;
	};
};
