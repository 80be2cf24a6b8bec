import type { Argon2Costs } from './primitives.ts';

/** Argon2id in WebAssembly, loaded when it is first used. */
export const argon2idWasm = async (
	password: Uint8Array,
	salt: Uint8Array,
	costs: Argon2Costs,
	length: number,
): Promise<Uint8Array> => {
	const { argon2id } = await import('hash-wasm');
	return argon2id({
		password,
		salt,
		memorySize: costs.memoryKiB,
		iterations: costs.passes,
		parallelism: costs.lanes,
		hashLength: length,
		outputType: 'binary',
	});
};
