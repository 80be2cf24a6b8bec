import { err, type Failure, failure, type Log, ok, type Result } from '@navette/core';
import { type Account, type DocumentType, type Key, passesOneOf, textToKey } from '@navette/model';
import { type BlobPath, DamagedRow } from '@navette/storage';
import type { Caller } from '../contract.ts';
import { reportDamage } from '../damage.ts';
import type { DocumentSource } from '../document-source.ts';
import { atStore, type FileDeps } from './at-store.ts';
import type { FileRequest, Files, ReadableFile } from './contract.ts';
import type { FileDescriptor } from './descriptor.ts';
import { pathOfFile } from './folder.ts';
import { rangeOf } from './wanted-range.ts';

interface Found {
	readonly file: FileDescriptor;
	readonly path: BlobPath;
}

type Bytes = ReadableFile['bytes'];

/** The same bytes; what cannot be opened on the way is told to the log, and breaks the answer off. */
const reported = (log: Log, bytes: Bytes): Bytes => {
	const told: Bytes = {
		async next() {
			try {
				return await bytes.next();
			} catch (error) {
				if (error instanceof DamagedRow) reportDamage(log, error);
				throw error;
			}
		},
		return: async () => (await bytes.return?.()) ?? { done: true, value: undefined },
		[Symbol.asyncIterator]: () => told,
	};
	return told;
};

/** Opens files for those who may read the documents that name them. */
export const createReaders = (deps: FileDeps): Pick<Files, 'open' | 'link'> => {
	/** Whether an account sees a document whole in one of its threads, as of now. */
	const maySee = async (
		source: DocumentSource,
		account: Account,
		type: DocumentType,
		key: Key,
	): Promise<boolean> => {
		for (const name of type.threads) {
			const thread = deps.catalogue.threads.get(name);
			const parts = (thread?.key ?? []).map((property) => [property, key[property] ?? '']);
			const asked = { type: name, key: Object.fromEntries(parts) };
			const access = (await deps.policy.thread(source, account, asked))?.[type.name];
			if (access && !access.project && passesOneOf(access.filters, key)) return true;
		}
		return false;
	};

	/** The file, for a caller who may read it; unknown and forbidden look the same. */
	const find = (
		org: string,
		caller: Caller,
		{ type: name, id, fid }: FileRequest,
	): Promise<Result<Found, Failure>> =>
		deps.read(org, caller, async (source, account) => {
			const refused = err(failure('E-FILE', { fid }));
			const type = deps.catalogue.documents.get(name);
			const key = type?.files && textToKey(type.key, id);
			if (!type || !key || !(await maySee(source, account, type, key))) return refused;
			const file = (await source.files(name, key)).find((one) => one.fid === fid);
			return file ? ok({ file, path: pathOfFile(org, type, key, fid) }) : refused;
		});

	return {
		async open(org, caller, request, wanted) {
			const found = await find(org, caller, request);
			if (!found.ok) return found;
			const { file, path } = found.value;
			const range = rangeOf(file.size, wanted);
			if (!range) return err(failure('E-RANGE', { size: file.size }));
			const bytes = await atStore(deps.log, () => deps.blobs.read(path, wanted && range));
			if (!bytes.ok) return bytes;
			if (bytes.value) return ok({ file, range, bytes: reported(deps.log, bytes.value) });
			deps.log.warn('content-absent', { fid: file.fid });
			return err(failure('E-FILE', { fid: file.fid }));
		},
		async link(org, caller, request, wish) {
			const found = await find(org, caller, request);
			if (!found.ok) return found;
			const { sign } = deps.blobs;
			if (!sign) return ok(undefined);
			const { file, path } = found.value;
			const expires = deps.clock.now() + wish.seconds * 1_000;
			const signed = await atStore(deps.log, () =>
				sign.get(path, wish.present(file), wish.seconds),
			);
			if (!signed.ok) return signed;
			return ok(signed.value && { url: signed.value.url, expires });
		},
	};
};
