import assert from 'node:assert/strict';
import { bytesToBase64Url, systemRandom } from '@navette/core';
import { generateSealingKey, generateSigningKey } from '@navette/crypto';
import { declaredService } from '@navette/directory/client';
import type { ServiceRecord } from '@navette/directory/model';
import type { Operator } from './operator.ts';

const OPERATOR = 'token-of-the-operator-0123456789';

/** Has a service declared by its operator at the directory, which signs the record. */
export const declareService = async (host: Operator, url: string): Promise<void> => {
	const key = await generateSigningKey({ random: systemRandom });
	const signKey = bytesToBase64Url(key.publicKey);
	await host.administer(OPERATOR);
	const record: ServiceRecord = {
		...{ service: 'circuit', operator: 'south', url, signKey, status: 'open', text: '', rev: 1 },
		sealKey: bytesToBase64Url(generateSealingKey({ random: systemRandom }).publicKey),
		about: 'Orders of food',
	};
	for (const [name, input] of [
		['operator.name', { operator: 'south', key: signKey, label: 'South' }],
		['service.declare', await declaredService('universe', record, key)],
	] as const) {
		const answer = await fetch(`${host.url}/api/universe/call/${name}`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${OPERATOR}`,
				'content-type': 'application/json',
				'operation-id': bytesToBase64Url(systemRandom.bytes(16)),
			},
			body: JSON.stringify(input),
		});
		assert.equal(answer.status, 200, name);
	}
};
