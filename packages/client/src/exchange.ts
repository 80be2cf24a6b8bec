import { encodeCbor } from '@navette/codec';
import { type Clock, err, ok, type Result } from '@navette/core';
import {
	type Frame,
	FrameAnswer,
	OpenAnswer,
	type OpenRequest,
	PullAnswer,
	type PullRequest,
	type WireError,
} from '@navette/protocol';
import * as v from 'valibot';
import type { Answered, Asked, Connection } from './connection.ts';
import type { Credential } from './credential.ts';
import { localError } from './local-error.ts';
import type { ServerTime } from './server-time.ts';
import { sendSigned } from './signed-request.ts';
import type { Transport } from './transport.ts';
import { decodeAs, decodeFailure } from './wire.ts';

const ReportAnswer = v.object({ result: v.unknown(), asOf: v.number() });
export interface ReportAnswer {
	readonly result?: unknown;
	readonly asOf: number;
}

/** A content, by the document that names it. */
export interface FileAsked {
	readonly type: string;
	/** Canonical text of the key of the document. */
	readonly id: string;
	readonly fid: string;
}

/** Questions to the server: over the socket when it is ready, by HTTP otherwise. */
export interface Exchange {
	/** A frame whose answer was lost is sent once more, by HTTP: its calls run once whatever comes. */
	frame(frame: Frame): Promise<Result<FrameAnswer, WireError>>;
	open(open: OpenRequest): Promise<Result<OpenAnswer, WireError>>;
	pull(pull: PullRequest): Promise<Result<PullAnswer, WireError>>;
	/** Over the socket only. */
	subscribe(pull: PullRequest): Promise<Result<PullAnswer, WireError>>;
	report(name: string, input: unknown): Promise<Result<ReportAnswer, WireError>>;
	/** A message about a content on its way, below `files/`. */
	file<Schema extends v.GenericSchema>(
		schema: Schema,
		path: string,
		body: unknown,
	): Promise<Result<v.InferOutput<Schema>, WireError>>;
	/** A whole content, as it is. */
	content(file: FileAsked): Promise<Result<Uint8Array, WireError>>;
	/** A part of a content, as it is. */
	bytes<Schema extends v.GenericSchema>(
		schema: Schema,
		path: string,
		part: Uint8Array,
	): Promise<Result<v.InferOutput<Schema>, WireError>>;
}

interface ExchangeDeps {
	readonly org: string;
	readonly transport: Transport;
	readonly credential: Credential;
	readonly connection: Connection;
	readonly time: ServerTime;
	readonly clock: Clock;
	/** An HTTP question was answered, or not. */
	readonly heard: (reached: boolean) => void;
}

type AnswerOf<Kind extends Answered['kind']> = Extract<Answered, { kind: Kind }>['answer'];

/** Contents are held to their digest by the operation that attaches them: nothing of them is signed. */
const NOT_SIGNED = new Uint8Array();

export const createExchange = (deps: ExchangeDeps): Exchange => {
	const { connection, time, clock } = deps;

	const ask = async (
		path: string,
		body: Uint8Array,
		media?: string,
	): Promise<Result<Uint8Array, WireError>> => {
		if (connection.state() === 'paused') return err(localError('E-OFFLINE'));
		const { transport, credential, org } = deps;
		const to = `/api/${org}/${path}`;
		const sent = await (media
			? sendSigned(transport, credential, to, body, { 'content-type': media }, NOT_SIGNED)
			: sendSigned(transport, credential, to, body));
		deps.heard(sent.ok);
		if (!sent.ok) return err(localError('E-OFFLINE'));
		if (sent.value.status !== 200) {
			const refused = decodeFailure(sent.value.body);
			return err(refused ? credential.inWords(refused) : localError('E-OFFLINE'));
		}
		return ok(sent.value.body);
	};

	const send = async <Schema extends v.GenericSchema>(
		schema: Schema,
		path: string,
		body: Uint8Array,
		media?: string,
	): Promise<Result<v.InferOutput<Schema>, WireError>> => {
		const sent = await ask(path, body, media);
		if (!sent.ok) return sent;
		const answer = decodeAs(schema, sent.value);
		return answer.ok ? answer : err(localError('E-DEFECT'));
	};

	const post = <Schema extends v.GenericSchema>(schema: Schema, path: string, body: unknown) =>
		send(schema, path, encodeCbor(body));

	const overSocket = async <Kind extends Answered['kind']>(
		kind: Kind,
		asked: Asked,
	): Promise<Result<AnswerOf<Kind>, WireError>> => {
		const answered = await connection.request(asked);
		if (!answered.ok) return answered;
		const { value } = answered;
		return value.kind === kind ? ok(value.answer as AnswerOf<Kind>) : err(localError('E-DEFECT'));
	};

	const timed = async <T extends { readonly now: number }>(
		asked: Promise<Result<T, WireError>>,
	): Promise<Result<T, WireError>> => {
		const askedAt = clock.now();
		const answer = await asked;
		if (answer.ok) time.observe(answer.value.now, askedAt);
		return answer;
	};

	const isReady = () => connection.state() === 'ready';

	const frame = async (sent: Frame): Promise<Result<FrameAnswer, WireError>> => {
		if (!isReady()) return post(FrameAnswer, 'frame', sent);
		const answer = await overSocket('called', { kind: 'call', frame: sent });
		const lost = !answer.ok && answer.error.code === 'E-OFFLINE';
		return lost ? post(FrameAnswer, 'frame', sent) : answer;
	};

	return {
		frame: (sent) => timed(frame(sent)),
		open: (open) =>
			timed(
				isReady() ? overSocket('opened', { kind: 'open', open }) : post(OpenAnswer, 'open', open),
			),
		pull: (pull) =>
			timed(
				isReady() ? overSocket('pulled', { kind: 'pull', pull }) : post(PullAnswer, 'pull', pull),
			),
		subscribe: (pull) => timed(overSocket('pulled', { kind: 'subscribe', pull })),
		report: (name, input) => post(ReportAnswer, `report/${name}`, input),
		file: (schema, path, body) => post(schema, `files/${path}`, body),
		content: (file) => ask('files/read', encodeCbor(file)),
		bytes: (schema, path, part) => send(schema, `files/${path}`, part, 'application/octet-stream'),
	};
};
