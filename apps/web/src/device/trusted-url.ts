/** The part of Trusted Types used here; TypeScript's own library does not have it yet. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string },
	): { createScriptURL(url: string): string };
}

const WORKER = '/worker.js';

const factory = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;

const policy = factory?.createPolicy('navette', {
	createScriptURL(url) {
		if (url !== WORKER) throw new TypeError('only the service worker may be named');
		return url;
	},
});

/** Address of the service worker, in the form the browser policy asks. */
export const workerUrl = (): string => policy?.createScriptURL(WORKER) ?? WORKER;
