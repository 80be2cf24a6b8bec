import assert from 'node:assert/strict';
import { bytesToBase64Url, systemRandom } from '@navette/core';
import { generateSigningKey } from '@navette/crypto';
import { declaredService } from '@navette/directory/client';
import type { ServiceRecord } from '@navette/directory/model';
import type { Operator } from './operator.ts';

const OPERATOR = 'token-of-the-operator-0123456789';

/** Has the service of an operator declared by its key at the directory, which signs the record. */
export const declareService = async (host: Operator, declared: Operator): Promise<void> => {
	const key = await generateSigningKey({ random: systemRandom });
	const operatorKey = bytesToBase64Url(key.publicKey);
	const { url } = declared;
	await host.administer(OPERATOR);
	const record: ServiceRecord = {
		...{ service: 'circuit', operator: 'south', url, status: 'open', text: '', rev: 1 },
		...(await declared.serviceKeys()),
		about: 'Orders of food',
	};
	for (const [name, input] of [
		['operator.name', { operator: 'south', key: operatorKey, label: 'South' }],
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
