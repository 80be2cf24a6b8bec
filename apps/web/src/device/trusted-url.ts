import stretchWorker from './stretch-worker.ts?worker&url';

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
		if (url !== WORKER && url !== NEWS_WORKER && url !== stretchWorker)
			throw new TypeError('only the workers of the app may be named');
		return url;
	},
});

const trusted = (url: string): string => policy?.createScriptURL(url) ?? url;

/** Address of the service worker, in the form the browser policy asks. */
export const workerUrl = (): string => trusted(WORKER);

/** Address of the worker that stretches phrases. */
export const stretchWorkerUrl = (): string => trusted(stretchWorker);

/** Address of the worker of news, in the same form. */
export const newsWorkerUrl = (): string => trusted(NEWS_WORKER);
