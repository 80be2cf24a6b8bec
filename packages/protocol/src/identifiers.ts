import * as v from 'valibot';

/** Code of an organisation: 4–16 characters `[a-z0-9-]`. */
export const OrgCode = v.pipe(v.string(), v.regex(/^[a-z0-9-]{4,16}$/));

/** Operation id chosen by the caller: 16–64 characters of base64url; a repeat gets the same answer. */
export const OperationId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/));

/** Name of an operation or of a report: `CmdLigne`, `access.grant`. */
export const Name = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9.]{0,63}$/));

/** Random alias of a thread: 22 characters of base64url. */
export const Reference = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/** Path of a thread, `type/id`, used once to learn its reference. */
export const PathText = v.pipe(v.string(), v.maxLength(600), v.regex(/^[A-Z][A-Z0-9]{0,31}\/.*$/u));

/** Name of a document type or of a thread type. */
export const TypeName = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9]{0,31}$/));

/** A version, or 0 before everything. */
export const VersionNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Id of a content of a file: 128 random bits in base64url. */
export const FileId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/** SHA-256 in unpadded base64url. */
export const Digest = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
