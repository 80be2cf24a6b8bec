import * as v from 'valibot';

const OpenPage = v.object({
	kind: v.literal('open-page'),
	/** of this origin: `//elsewhere` is an address of another */
	page: v.pipe(v.string(), v.regex(/^\/(?![/\\])/)),
});

/** The page that a message of our worker asks for; `undefined` for any other message. */
export const pageAsked = (
	{ origin, data }: Pick<MessageEvent<unknown>, 'data' | 'origin'>,
	here: string,
): string | undefined => {
	const asked = v.safeParse(OpenPage, data);
	return origin === here && asked.success ? asked.output.page : undefined;
};

/** Goes where a click on a notification leads; the worker only asks, a page moves itself. */
export const hearNewsWorker = (go: (page: string) => void): void => {
	if (!('serviceWorker' in navigator)) return;
	navigator.serviceWorker.addEventListener('message', (event: MessageEvent<unknown>) => {
		const page = pageAsked(event, location.origin);
		if (page !== undefined) go(page);
	});
	navigator.serviceWorker.startMessages();
};
