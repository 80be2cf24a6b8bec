import { decodeCbor, encodeCbor } from '@navette/codec';
import { base64UrlToBytes, type Clock, err, ok, type Random, type Result } from '@navette/core';
import { parseSealingPublicKey, sealAsking } from '@navette/crypto';
import { SealedAnswer, type SealedRequest, sealedContext, sealedPath } from '@navette/protocol';
import * as v from 'valibot';
import { isInstant } from './told-instant.ts';
import type { Transport, TransportAnswer } from './transport.ts';
import { decodeFailure } from './wire.ts';

/** Attempts at one request that only the clock of this device stood against. */
const ATTEMPTS = 2;

/** The service that requests are sealed to, as its signed record names it. */
export interface SealedService {
	readonly service: string;
	/** X-Wing public key, base64url. */
	readonly sealKey: string;
}

const textOf = (value: string | undefined, name: 'authorization' | 'operation-id') =>
	value === undefined ? {} : { [name]: value };

/**
 * A transport whose requests are sealed to the key of a service, and answered to this device alone:
 * whoever carries them learns their size, nothing else. An answer that does not open is none
 * (`offline`). Sockets and contents of files go as they are. A malformed key throws.
 */
export const createSealedTransport = (
	carrier: Transport,
	{ service, sealKey }: SealedService,
	deps: { readonly clock: Clock; readonly random: Random },
): Transport => {
	const key = parseSealingPublicKey(base64UrlToBytes(sealKey) ?? new Uint8Array());
	if (!key.ok) throw new Error(`the sealing key of ${service} is not one`);
	let offset = 0;
	const ask = async (
		request: Pick<SealedRequest, 'body' | 'headers' | 'path'>,
	): Promise<Result<TransportAnswer, 'offline'>> => {
		const time = Math.round(deps.clock.now() + offset);
		const whole: SealedRequest = { ...request, time, nonce: deps.random.bytes(16) };
		const about = [...sealedContext(service, 'asked')];
		const asking = await sealAsking(key.value, about, encodeCbor(whole), deps);
		const media = { 'content-type': 'application/octet-stream' };
		const sent = await carrier.request(sealedPath(service), asking.bytes, media);
		if (!sent.ok || sent.value.status !== 200) return sent;
		const opened = await asking.openAnswer(
			[...sealedContext(service, 'answered')],
			sent.value.body,
		);
		const decoded = opened.ok ? decodeCbor(opened.value) : undefined;
		const parsed = decoded?.ok ? v.safeParse(SealedAnswer, decoded.value) : undefined;
		return parsed?.success ? ok(parsed.output) : err('offline');
	};
	return {
		connect: carrier.connect,
		async request(path, body, headers) {
			const kept = {
				...textOf(headers.authorization, 'authorization'),
				...textOf(headers['operation-id'], 'operation-id'),
			};
			for (let attempt = 1; ; attempt++) {
				const answer = await ask({ path, body, headers: kept });
				if (!answer.ok || answer.value.status !== 401 || attempt === ATTEMPTS) return answer;
				const refused = decodeFailure(answer.value.body);
				const now = refused?.code === 'E-CLOCK' ? refused.detail?.now : undefined;
				if (!isInstant(now)) return answer;
				offset = now - deps.clock.now();
			}
		},
	};
};
