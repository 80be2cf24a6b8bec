/**
 * Policy of every page of the app: all from its own origin, no inline script, no inline style sheet
 * (styles are set through the object model, which a policy allows), no text made into script.
 * The one policy of trusted types, `navette`, names the service worker.
 */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' blob:",
	"font-src 'self'",
	"connect-src 'self'",
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

/** The policy to send with the file of a path. */
export const contentSecurityPolicyOf = (path: string): string =>
	STRETCHES.test(path) ? STRETCH_POLICY : CONTENT_SECURITY_POLICY;
