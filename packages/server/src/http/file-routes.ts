import { createHash } from 'node:crypto';
import { encodeCbor } from '@navette/codec';
import { err, type Failure, failure, ok, type Result } from '@navette/core';
import type { Files } from '@navette/engine';
import { FileId, PreloadFile, ReadFile } from '@navette/protocol';
import { hashOfToken } from '../access/token.ts';
import { parseInput } from '../parse.ts';
import type { ApiDeps, Route } from './api.ts';
import { contentTypeOfFile, dispositionOf } from './file-headers.ts';
import { sealLink } from './file-link.ts';

/** How long an address of a file may be followed, seconds. */
const LINK_SECONDS = 300;

/** The contents of files, or `E-ROUTE` when this server keeps none. */
export const filesOf = ({ engine }: ApiDeps): Result<Files, Failure> =>
	engine.files ? ok(engine.files) : err(failure('E-ROUTE'));

const preloadRoute =
	(deps: ApiDeps): Route =>
	async ({ org, caller, body }) => {
		const files = filesOf(deps);
		if (!files.ok) return files;
		const request = parseInput(PreloadFile, body);
		if (!request.ok) return request;
		const { fid, ...rest } = request.value;
		return files.value.preload(org, caller, { ...rest, ...(fid ? { fid } : {}) });
	};

const fidRoute =
	(deps: ApiDeps, name: 'state' | 'complete' | 'cancel'): Route =>
	async ({ org, caller }, context) => {
		const files = filesOf(deps);
		if (!files.ok) return files;
		const fid = parseInput(FileId, context.req.param('fid'));
		if (!fid.ok) return fid;
		const outcome = await files.value[name](org, caller, fid.value);
		return outcome.ok ? ok(outcome.value ?? {}) : outcome;
	};

/** An address of the store itself when it signs them, else of this server. */
const addressRoute =
	(deps: ApiDeps): Route =>
	async ({ org, caller, token, body }) => {
		const files = filesOf(deps);
		if (!files.ok) return files;
		const file = parseInput(ReadFile, body);
		if (!file.ok) return file;
		const present = (one: Parameters<typeof dispositionOf>[0]) => ({
			type: contentTypeOfFile(one),
			disposition: dispositionOf(one),
		});
		const wish = { seconds: LINK_SECONDS, present };
		const link = await files.value.link(org, caller, file.value, wish);
		if (!link.ok || link.value) return link;
		if (!deps.linkKey) return err(failure('E-ROUTE'));
		const expires = deps.clock.now() + LINK_SECONDS * 1_000;
		const content = { org, holder: hashOfToken(token), file: file.value, expires };
		const sealed = sealLink(deps.linkKey, nonceOf(deps.linkKey, content), content);
		return ok({ url: `/api/${org}/files/link/${sealed}`, expires });
	};

/** A nonce that only the same content has: sealing it twice says nothing more than sealing it once. */
const nonceOf = (key: Uint8Array, content: object): Uint8Array =>
	createHash('sha256').update(key).update(encodeCbor(content)).digest();

/** Routes about files whose bodies are messages. */
export const fileRoutes = (deps: ApiDeps): readonly (readonly [string, Route])[] => [
	['/:org/files/preload', preloadRoute(deps)],
	['/:org/files/address', addressRoute(deps)],
	['/:org/files/:fid/state', fidRoute(deps, 'state')],
	['/:org/files/:fid/complete', fidRoute(deps, 'complete')],
	['/:org/files/:fid/cancel', fidRoute(deps, 'cancel')],
];
