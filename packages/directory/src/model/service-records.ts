import type { DocumentType, ThreadType } from '@navette/model';
import * as v from 'valibot';

/** Operators, services and where organisations are hosted: what users of the directory follow. */
export const SERVICES_THREAD: ThreadType = { name: 'SERVICES', key: [] };

const Base64Url = (bytes: number) =>
	v.pipe(v.string(), v.regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 8) / 6)}}$`)));
/** Name of a service, an operator: as in `circuit@coop`. */
const Name = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,31}$/));
const OrgCode = v.pipe(v.string(), v.regex(/^[a-z0-9-]{4,16}$/));
const Text = v.pipe(v.string(), v.maxLength(500));
/** By https; without it on this very machine only. */
const isOrigin = (text: string): boolean => {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, origin } = new URL(text);
	const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
	return origin === text && (protocol === 'https:' || (protocol === 'http:' && isHere));
};
const Origin = v.pipe(v.string(), v.maxLength(300), v.check(isOrigin, 'an origin'));
const Revision = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const Signature = Base64Url(64);

/** `restricted`: it may be read, not written. */
export const ServiceStatus = v.picklist(['open', 'restricted', 'suspended', 'closed']);
export type ServiceStatus = v.InferOutput<typeof ServiceStatus>;

/** A service as one operator runs it. */
export const ServiceRecord = v.strictObject({
	service: Name,
	operator: Name,
	/** Origin, without a final slash. */
	url: Origin,
	/** Ed25519. */
	signKey: Base64Url(32),
	/** X-Wing. */
	sealKey: Base64Url(1216),
	status: ServiceStatus,
	/** Says why, when the status is not `open`. */
	text: Text,
	about: Text,
	/** From 1; each next one is one more. */
	rev: Revision,
});
export type ServiceRecord = v.InferOutput<typeof ServiceRecord>;

/** The one operator that hosts an organisation of a service. */
export const HostingRecord = v.strictObject({
	service: Name,
	org: OrgCode,
	operator: Name,
	status: ServiceStatus,
	text: Text,
	label: Text,
	about: Text,
	rev: Revision,
});
export type HostingRecord = v.InferOutput<typeof HostingRecord>;

/** What the directory adds: when it wrote the record, and that it did. */
const Signed = { at: v.pipe(v.number(), v.safeInteger()), signature: Signature };
export const SignedService = v.strictObject({ ...ServiceRecord.entries, ...Signed });
export const SignedHosting = v.strictObject({ ...HostingRecord.entries, ...Signed });
export type SignedService = v.InferOutput<typeof SignedService>;
export type SignedHosting = v.InferOutput<typeof SignedHosting>;

/** Input of `operator.name`. */
export const OperatorName = v.strictObject({ operator: Name, key: Base64Url(32), label: Text });
/** Input of `service.declare`: a record, signed by its operator. */
export const ServiceDeclare = v.strictObject({ ...ServiceRecord.entries, signature: Signature });
/** Input of `hosting.declare`: signed by who hosts it now, or by the first. */
export const HostingDeclare = v.strictObject({ ...HostingRecord.entries, signature: Signature });
/** Input of `service.find`. */
export const ServiceFind = v.strictObject({ service: Name, org: OrgCode });

/** Who may declare services: kept when an administrator of the directory names an operator. */
export interface OperatorData {
	/** Ed25519, base64url. */
	readonly key: string;
	readonly label: string;
}

const onServices = { threads: ['SERVICES'], sealing: 'clear', shape: 1 } as const;
export const OPERATOR_TYPE: DocumentType = { name: 'OPERATOR', key: ['operator'], ...onServices };
export const SERVICE_TYPE: DocumentType = {
	...{ name: 'SERVICE', key: ['service', 'operator'] },
	...onServices,
};
export const HOSTING_TYPE: DocumentType = {
	...{ name: 'HOSTING', key: ['service', 'org'] },
	...onServices,
};

/** Values that are signed for a service: `declared` by its operator, `recorded` by the directory. */
export const serviceValues = (
	org: string,
	{ service, operator, url, signKey, sealKey, status, text, about, rev }: ServiceRecord,
	recordedAt?: number,
) =>
	[
		...[org, recordedAt === undefined ? 'declared' : 'recorded', 'service', recordedAt ?? null],
		...[service, operator, url, signKey, sealKey, status, text, about, rev],
	] as const;

/** The same for the hosting of an organisation. */
export const hostingValues = (
	directory: string,
	{ service, org, operator, status, text, label, about, rev }: HostingRecord,
	recordedAt?: number,
) =>
	[
		...[directory, recordedAt === undefined ? 'declared' : 'recorded', 'hosting'],
		...[recordedAt ?? null, service, org, operator, status, text, label, about, rev],
	] as const;
