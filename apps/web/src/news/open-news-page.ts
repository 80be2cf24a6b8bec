/** What is used of the windows of a browser. */
type Windows = Pick<Clients, 'matchAll' | 'openWindow'>;

/** Shows a page of the application: in a window that is there, else in a new one. */
export const openNewsPage = async (
	windows: Windows,
	origin: string,
	page: string,
): Promise<void> => {
	const open = await windows.matchAll({ type: 'window', includeUncontrolled: true });
	const ours = open.filter((client) => new URL(client.url).origin === origin);
	const chosen = ours.find((client) => client.visibilityState === 'visible') ?? ours[0];
	if (!chosen) {
		await windows.openWindow(new URL(page, origin).href);
		return;
	}
	// the page goes there itself: a window is not led elsewhere by a worker that does not control it
	chosen.postMessage({ kind: 'open-page', page });
	await chosen.focus();
};
