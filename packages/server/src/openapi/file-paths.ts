import { FileAddress, PreloadedFile, PreloadFile, ReadFile, UploadedFile } from '@navette/protocol';
import * as v from 'valibot';
import { answersOf, bodyOf, post } from './openapi-document.ts';

const NOTHING = v.strictObject({});
const BYTES = { type: 'string', format: 'binary' };
const parameter = (name: string) => ({
	name,
	in: 'path',
	required: true,
	schema: { type: 'string' },
});
const bytes = {
	required: true,
	content: { 'application/octet-stream': { schema: BYTES } },
};
const file = { '200': { description: 'The file', content: { '*/*': { schema: BYTES } } } };

const about = (summary: string, body: unknown, responses: unknown, name?: unknown) =>
	post(summary, 'files', body, responses, name);

/** What the API says of files. */
export const filePaths = (): Record<string, unknown> => ({
	'/api/{org}/files/preload': about(
		'Announces a content that will be sent, then attached by an operation',
		bodyOf(PreloadFile),
		answersOf('Its id', PreloadedFile),
	),
	'/api/{org}/files/{fid}/content': about(
		'Sends a content whole',
		bytes,
		answersOf('Received, verified, durable', UploadedFile),
		parameter('fid'),
	),
	'/api/{org}/files/{fid}/segment/{number}': about(
		'Sends one segment of a content, from 1',
		bytes,
		answersOf('Received and durable', UploadedFile),
		[parameter('fid'), parameter('number')],
	),
	'/api/{org}/files/{fid}/state': about(
		'Where an upload stands',
		bodyOf(NOTHING),
		answersOf('What is still to come', UploadedFile),
		parameter('fid'),
	),
	'/api/{org}/files/{fid}/complete': about(
		'Ends an upload in segments or by a signed request',
		bodyOf(NOTHING),
		answersOf('Verified', UploadedFile),
		parameter('fid'),
	),
	'/api/{org}/files/{fid}/cancel': about(
		'Abandons a content that is not attached',
		bodyOf(NOTHING),
		answersOf('Abandoned', NOTHING),
		parameter('fid'),
	),
	'/api/{org}/files/read': about('Reads a file, or a range of it', bodyOf(ReadFile), file),
	'/api/{org}/files/address': about(
		'An address of a file for a limited time',
		bodyOf(ReadFile),
		answersOf('The address', FileAddress),
	),
});
