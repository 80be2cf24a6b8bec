/** The part of Trusted Types used here; TypeScript's own library does not have it yet. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string },
	): { createScriptURL(url: string): string };
}

const WORKER = '/worker.js';
const NEWS_WORKER = '/news-worker.js';

const factory = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;

const policy = factory?.createPolicy('navette', {
	createScriptURL(url) {
		if (url !== WORKER && url !== NEWS_WORKER)
			throw new TypeError('only the service workers may be named');
		return url;
	},
});

/** Address of the service worker, in the form the browser policy asks. */
export const workerUrl = (): string => policy?.createScriptURL(WORKER) ?? WORKER;

/** Address of the worker of news, in the same form. */
export const newsWorkerUrl = (): string => policy?.createScriptURL(NEWS_WORKER) ?? NEWS_WORKER;
