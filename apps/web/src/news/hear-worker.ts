import * as v from 'valibot';

const message = v.object({
	kind: v.literal('open-page'),
	page: v.pipe(v.string(), v.regex(/^\//)),
});

/** Goes where a click on a notification leads; the worker only asks, a page moves itself. */
export const hearNewsWorker = (go: (page: string) => void): void => {
	if (!('serviceWorker' in navigator)) return;
	navigator.serviceWorker.addEventListener('message', (event: MessageEvent<unknown>) => {
		if (event.origin !== location.origin) return;
		const asked = v.safeParse(message, event.data);
		if (asked.success) go(asked.output.page);
	});
	navigator.serviceWorker.startMessages();
};
