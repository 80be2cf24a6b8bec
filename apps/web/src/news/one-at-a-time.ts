/** One change of what this device knows of its news at a time, over all pages and workers of the site. */
export const oneAtATime = <T>(work: () => Promise<T>): Promise<T> =>
	navigator.locks.request('navette.news', work);
