import type { FileDescriptor, WantedRange } from '@navette/engine';
import { API_HEADERS } from './security-headers.ts';

/** Types that a browser runs as a page of the server it came from, if ever it were opened as one. */
const ACTIVE = /html|xml|svg|javascript|ecmascript|pdf|flash/;

/** `Content-Type` of a file: its own, unless something in it could run. */
export const contentTypeOfFile = ({ clear }: FileDescriptor): string =>
	clear && !ACTIVE.test(clear.type) ? clear.type : 'application/octet-stream';

const percentEncode = (text: string): string =>
	encodeURIComponent(text).replaceAll(
		/['()*]/g,
		(char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
	);

/** `Content-Disposition` of a file: always to be saved, never shown (RFC 6266, RFC 8187). */
export const dispositionOf = ({ fid, clear }: FileDescriptor): string => {
	const name = clear?.name ?? fid;
	const plain = name.replaceAll(/[^A-Za-z0-9._ -]/g, '_');
	return `attachment; filename="${plain}"; filename*=UTF-8''${percentEncode(name)}`;
};

/**
 * The range a `Range` header asks for; `undefined` when there is none, or one that may be ignored (RFC
 * 9110 §14.2): several ranges, another unit.
 */
export const rangeOfHeader = (header: string | null): WantedRange | undefined => {
	const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
	if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
	if (from === '') return { last: Number(to) };
	return { from: Number(from), to: to === '' ? undefined : Number(to) };
};

/** Headers of an answer that carries a file, or a range of it. */
export const fileHeaders = (
	file: FileDescriptor,
	range: { readonly start: number; readonly end: number },
	isPart: boolean,
): Record<string, string> => ({
	...API_HEADERS,
	'accept-ranges': 'bytes',
	'content-type': contentTypeOfFile(file),
	'content-disposition': dispositionOf(file),
	'content-length': String(range.end - range.start),
	...(file.clear ? { etag: `"${file.fid}"` } : {}),
	...(isPart ? { 'content-range': `bytes ${range.start}-${range.end - 1}/${file.size}` } : {}),
});
