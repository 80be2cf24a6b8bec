/** An origin, and the one of its sockets. */
const withSocket = (origin: string): readonly string[] => [origin, origin.replace(/^http/, 'ws')];

/**
 * Policy of every page of the app: all from its own origin, but what is asked of other services; no inline script, no inline style sheet
 * (styles are set through the object model, which a policy allows), no text made into script.
 * The one policy of trusted types, `navette`, names the service worker.
 */
const policyOf = (services: readonly string[]): string =>
	[
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"img-src 'self' blob:",
		"font-src 'self'",
		`connect-src ${["'self'", ...services.flatMap(withSocket)].join(' ')}`,
		"worker-src 'self'",
		"manifest-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
		'trusted-types navette',
	].join('; ');

/** Files that stretch phrases, alone: nothing else may run WebAssembly, and they may ask nothing. */
const STRETCHES = /^\/assets\/stretch-worker-[\w-]+\.js$/;

const STRETCH_POLICY = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
].join('; ');

/** The policy to send with the file of a path; pages may ask these other services, and no other. */
export const contentSecurityPolicyOf = (path: string, services: readonly string[] = []): string =>
	STRETCHES.test(path) ? STRETCH_POLICY : policyOf(services);
