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

/** Questions to the server: over the socket when it is ready, by HTTP otherwise. */
export interface Exchange {
	/** A frame whose answer was lost is sent once more, by HTTP: its calls run once whatever comes. */
	frame(frame: Frame): Promise<Result<FrameAnswer, WireError>>;
	open(open: OpenRequest): Promise<Result<OpenAnswer, WireError>>;
	pull(pull: PullRequest): Promise<Result<PullAnswer, WireError>>;
	/** Over the socket only. */
	subscribe(pull: PullRequest): Promise<Result<PullAnswer, WireError>>;
	report(name: string, input: unknown): Promise<Result<ReportAnswer, WireError>>;
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

export const createExchange = (deps: ExchangeDeps): Exchange => {
	const { connection, time, clock } = deps;

	const post = async <Schema extends v.GenericSchema>(
		schema: Schema,
		path: string,
		body: unknown,
	): Promise<Result<v.InferOutput<Schema>, WireError>> => {
		if (connection.state() === 'paused') return err(localError('E-OFFLINE'));
		const { transport, credential, org } = deps;
		const sent = await sendSigned(transport, credential, `/api/${org}/${path}`, encodeCbor(body));
		deps.heard(sent.ok);
		if (!sent.ok) return err(localError('E-OFFLINE'));
		if (sent.value.status !== 200) {
			const refused = decodeFailure(sent.value.body);
			return err(refused ? credential.inWords(refused) : localError('E-OFFLINE'));
		}
		const answer = decodeAs(schema, sent.value.body);
		return answer.ok ? answer : err(localError('E-DEFECT'));
	};

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
	};
};
