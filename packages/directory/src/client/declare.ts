import { bytesToBase64Url } from '@navette/core';
import { type SigningKey, sign } from '@navette/crypto';
import {
	type HostingRecord,
	hostingValues,
	type ServiceRecord,
	serviceValues,
} from '../model/index.ts';

/** Input of `service.declare`: the record, signed by the key of its operator. `directory`: its organisation. */
export const declaredService = async (
	directory: string,
	record: ServiceRecord,
	operatorKey: SigningKey,
) => {
	const signature = await sign(operatorKey, 'nv/directory', serviceValues(directory, record));
	return { ...record, signature: bytesToBase64Url(signature) };
};

/** Input of `hosting.declare`, signed by the key of the operator that hosts it so far. */
export const declaredHosting = async (
	directory: string,
	record: HostingRecord,
	operatorKey: SigningKey,
) => {
	const signature = await sign(operatorKey, 'nv/directory', hostingValues(directory, record));
	return { ...record, signature: bytesToBase64Url(signature) };
};
