import * as v from 'valibot';

const textOf = (bytes: number) =>
	v.pipe(v.string(), v.regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 8) / 6)}}$`)));

/** What a right says of itself to anybody, signed by its service; its id alone means something there. */
export const GrantedRight = v.strictObject({
	service: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,31}$/)),
	/** Code of the organisation. */
	org: v.pipe(v.string(), v.regex(/^[a-z0-9-]{4,16}$/)),
	/** Id: what the service knows it by. */
	right: textOf(16),
	/** Whom it acts for. */
	account: v.pipe(v.string(), v.maxLength(64)),
	/** Hash of the key that holds it. */
	holder: textOf(32),
	rights: v.pipe(
		v.array(
			v.strictObject({
				usage: v.pipe(v.string(), v.maxLength(8)),
				subject: v.pipe(v.string(), v.maxLength(200)),
				power: v.pipe(v.number(), v.safeInteger()),
			}),
		),
		v.maxLength(50),
	),
	/** Worth nothing from this instant on, ms. */
	until: v.pipe(v.number(), v.safeInteger()),
	/** Ed25519 key of the service. */
	key: textOf(32),
	/** `nv/grant` by that key. */
	signature: textOf(64),
});
export type GrantedRight = v.InferOutput<typeof GrantedRight>;

/** Values that a service signs. */
export const grantedValues = (granted: Omit<GrantedRight, 'key' | 'signature'>) => {
	const { service, org, right, account, holder, rights, until } = granted;
	const each = rights.map(({ usage, subject, power }) => [usage, subject, power] as const);
	return [service, org, right, account, holder, each, until] as const;
};
