import { err, type Failure, failure, ok, type Result } from '@navette/core';
import type { Caller, FileRequest, ReadableFile, UploadState } from '@navette/engine';
import { FileId, ReadFile } from '@navette/protocol';
import type { Context, Hono } from 'hono';
import { holderOf } from '../access/token.ts';
import { parseInput } from '../parse.ts';
import { admit } from './admit.ts';
import type { ApiDeps } from './api.ts';
import { fileHeaders, rangeOfHeader } from './file-headers.ts';
import { openLink } from './file-link.ts';
import { filesOf } from './file-routes.ts';
import { wrongMethod } from './no-such-address.ts';
import { readBody } from './read-body.ts';
import { answer, mediaWanted, refusal } from './replies.ts';

type Stream = (context: Context) => Promise<Result<Response, Failure>>;

/** A body of bytes, as it comes. */
async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
	if (request.body) yield* request.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>;
}

/** Takes a content, or one segment of it, from a body that is never whole in memory. */
const receive =
	(deps: ApiDeps): Stream =>
	async (context) => {
		const admitted = await admit(deps, context, { isPublic: false });
		if (!admitted.ok) return admitted;
		const { org, caller, token, prove } = admitted.value;
		const unproven = await prove(new Uint8Array());
		if (unproven) return err(unproven);
		const request = context.req.raw;
		const isBytes = request.headers.get('content-type') === 'application/octet-stream';
		if (!isBytes || request.headers.get('content-encoding')) return err(failure('E-MEDIA'));
		const taken = await deps.rates.take(token, 1);
		if (!taken.ok) return taken;
		const files = filesOf(deps);
		if (!files.ok) return files;
		const fid = parseInput(FileId, context.req.param('fid'));
		if (!fid.ok) return fid;
		const header = request.headers.get('content-length');
		const length = header === null ? undefined : Number(header);
		const number = context.req.param('number');
		const bytes = { content: bodyOf(request), length };
		const done: Result<UploadState, Failure> =
			number === undefined
				? await files.value.put(org, caller, fid.value, bytes.content, length)
				: await files.value.putSegment(
						org,
						caller,
						fid.value,
						Number(number),
						bytes.content,
						length,
					);
		return done.ok ? ok(answer(mediaWanted(request), 200, done.value)) : done;
	};

/** The bytes of an open file, read as fast as they are taken. */
const fileResponse = ({ file, bytes, range }: ReadableFile, isPart: boolean): Response => {
	const stream = new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const next = await bytes.next();
				if (next.done) controller.close();
				else controller.enqueue(next.value);
			},
			async cancel() {
				await bytes.return?.();
			},
		},
		{ highWaterMark: 0 },
	);
	return new Response(stream, {
		status: isPart ? 206 : 200,
		headers: fileHeaders(file, range, isPart),
	});
};

const send = async (
	deps: ApiDeps,
	context: Context,
	org: string,
	caller: Caller,
	file: FileRequest,
): Promise<Result<Response, Failure>> => {
	const files = filesOf(deps);
	if (!files.ok) return files;
	const wanted = rangeOfHeader(context.req.raw.headers.get('range'));
	const opened = await files.value.open(org, caller, file, wanted);
	if (!opened.ok) return opened;
	// the body of an answer to HEAD is dropped by the framework, unread
	if (context.req.raw.method === 'HEAD') await opened.value.bytes.return?.();
	return ok(fileResponse(opened.value, wanted !== undefined));
};

/** Reads a file for whoever shows a token. */
const readFile =
	(deps: ApiDeps): Stream =>
	async (context) => {
		const admitted = await admit(deps, context, { isPublic: false });
		if (!admitted.ok) return admitted;
		const { org, caller, token } = admitted.value;
		const body = await readBody(context.req.raw);
		if (!body.ok) return body;
		const unproven = await admitted.value.prove(body.value.bytes);
		if (unproven) return err(unproven);
		const file = parseInput(ReadFile, body.value.value);
		if (!file.ok) return file;
		const taken = await deps.rates.take(token, 1);
		return taken.ok ? send(deps, context, org, caller, file.value) : taken;
	};

/** Follows a link of the server's own: for as long as it lasts, and its holder may read. */
const followLink =
	(deps: ApiDeps): Stream =>
	async (context) => {
		const address = deps.addressOf(context.req.raw, context.env);
		const admitted = await deps.rates.admit(address);
		if (!admitted.ok) return admitted;
		const { linkKey } = deps;
		const link = linkKey && openLink(linkKey, context.req.param('link') ?? '');
		const isFor = (org: string | undefined) => link?.org === org;
		if (!link || !isFor(context.req.param('org')) || link.expires <= deps.clock.now()) {
			await deps.rates.refuse(address);
			return err(failure('E-LINK'));
		}
		return send(deps, context, link.org, holderOf(link.holder), link.file);
	};

/** Adds the routes whose bodies are the bytes of files. */
export const addFileStreams = (api: Hono, deps: ApiDeps): void => {
	const add = (method: 'GET' | 'POST', path: string, stream: Stream): void => {
		const refuse = (context: Context, failed: Failure) =>
			refusal(deps.service, mediaWanted(context.req.raw), failed);
		api.on(method, path, async (context) => {
			try {
				const outcome = await stream(context);
				if (outcome.ok) return outcome.value;
				if (outcome.error.code === 'E-TOKEN')
					await deps.rates.refuse(deps.addressOf(context.req.raw, context.env));
				return refuse(context, outcome.error);
			} catch (error) {
				deps.log.error('request-failed', {
					error: error instanceof Error ? error.stack : String(error),
				});
				return refuse(context, failure('E-DEFECT'));
			}
		});
		api.all(path, wrongMethod(deps.service, method));
	};
	add('POST', '/:org/files/read', readFile(deps));
	add('POST', '/:org/files/:fid/content', receive(deps));
	add('POST', '/:org/files/:fid/segment/:number', receive(deps));
	add('GET', '/:org/files/link/:link', followLink(deps));
};
