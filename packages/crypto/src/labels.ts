/**
 * The one list of labels. A label says what a hash, a key, a signature or a stretched phrase is for,
 * so that bytes made for one purpose are never taken for another. Add a line here and the same line
 * in `docs/crypto.md`; a test refuses a label that is used and not listed, or listed twice.
 */
export const LABELS = {
	/** `sign` and `verify` */
	signature: [
		'nv/accept',
		'nv/device',
		'nv/directory',
		'nv/entry',
		'nv/grant',
		'nv/login',
		'nv/pin-attempt',
		'nv/pin-confirm',
		'nv/register',
		'nv/req',
		'nv/right',
		'nv/sponsor',
	],
	/** `hash` */
	hash: [
		'nv/avatar',
		'nv/body',
		'nv/device-id',
		'nv/entry-hash',
		'nv/epoch-key',
		'nv/instance',
		'nv/ledger',
		'nv/public-key',
		'nv/safety',
		'nv/salt/auth',
		'nv/salt/id',
		'nv/token',
		'nv/user',
	],
	/** `deriveKey`, `deriveFromEnvelopeKey` and `deriveEnvelopeKey` */
	key: [
		'nv/key/accept',
		'nv/key/confirm',
		'nv/key/device',
		'nv/key/doc',
		'nv/key/epoch-wrap',
		'nv/key/holder',
		'nv/key/identity-seal',
		'nv/key/identity-sign',
		'nv/key/login',
		'nv/key/lookup',
		'nv/key/pin',
		'nv/key/response',
		'nv/key/seal',
		'nv/key/sheet',
		'nv/key/store',
		'nv/key/wrap',
	],
	/** `stretch` */
	stretch: [
		'nv/alias',
		'nv/alias-id',
		'nv/invitation',
		'nv/pin',
		'nv/plane',
		'nv/rescue-file',
		'nv/sleep',
	],
} as const;

export type SignatureLabel = (typeof LABELS.signature)[number];
export type HashLabel = (typeof LABELS.hash)[number];
export type KeyLabel = (typeof LABELS.key)[number];
export type StretchLabel = (typeof LABELS.stretch)[number];

/** Any label of the list. */
export type Label = SignatureLabel | HashLabel | KeyLabel | StretchLabel;
