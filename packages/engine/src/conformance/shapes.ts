import { isDeepStrictEqual } from 'node:util';
import { base64UrlToBytes, bytesToBase64Url } from '@navette/core';
import type { DocumentType } from '@navette/model';
import { dataToStored, storedToData } from '../stored-data.ts';

/** A document as a past shape wrote it, kept for ever. */
export interface ShapeFixture {
	readonly type: string;
	/** The shape that wrote it. */
	readonly shape: number;
	/** The bytes that were stored, unpadded base64url. */
	readonly stored: string;
	/** What they are now: changed by hand with each new upgrade, and looked at. */
	readonly now: unknown;
}

const faultOf = (type: DocumentType, { shape, stored, now }: ShapeFixture): string | undefined => {
	const bytes = base64UrlToBytes(stored);
	if (!bytes || bytes[0] !== shape) return `${type.name}: a fixture is not of shape ${shape}`;
	try {
		const data = storedToData(type, bytes);
		return isDeepStrictEqual(data, now)
			? undefined
			: `${type.name}: shape ${shape} becomes ${JSON.stringify(data)}, not ${JSON.stringify(now)}`;
	} catch (error) {
		return `${type.name}: shape ${shape} cannot be read: ${String(error)}`;
	}
};

/**
 * What is wrong with the past shapes of document types, in words: one without a fixture, or a fixture
 * that no longer becomes what it should. A shape is raised together with a fixture of the one before.
 */
export const shapeFaults = (
	types: Iterable<DocumentType>,
	fixtures: readonly ShapeFixture[],
): readonly string[] => {
	const faults: string[] = [];
	for (const type of types) {
		const own = fixtures.filter((fixture) => fixture.type === type.name);
		for (let shape = 1; shape < type.shape && type.sealing === 'clear'; shape++)
			if (!own.some((fixture) => fixture.shape === shape))
				faults.push(
					`${type.name}: shape is ${type.shape}, and no fixture of shape ${shape} is kept: add shapes/${type.name}.${shape}.json, made by \`keepShape\` before the shape is raised`,
				);
		faults.push(...own.map((one) => faultOf(type, one)).filter((fault) => fault !== undefined));
	}
	return faults;
};

/** A fixture of a type as it is, to be kept before its shape is raised. */
export const keepShape = (type: DocumentType, data: unknown): ShapeFixture => ({
	type: type.name,
	shape: type.shape,
	stored: bytesToBase64Url(dataToStored(type, data)),
	now: data,
});
