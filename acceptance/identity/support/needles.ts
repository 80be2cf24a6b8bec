/** Shorter forms are found everywhere, in bytes. */
const MEANINGFUL = 8;

/** Forms under which a text may lie in bytes: as it is, as UTF-16, in hexadecimal, in base64. */
export const formsOf = (text: string | Uint8Array): readonly Buffer[] => {
	const plain = Buffer.from(text);
	const base64 = (['base64', 'base64url'] as const).flatMap((encoding) =>
		[0, 1, 2].map((shift) =>
			/* what surrounds a text in base64 changes its ends, not its middle */
			Buffer.from(
				Buffer.concat([Buffer.alloc(shift), plain])
					.toString(encoding)
					.slice(4, -4),
			),
		),
	);
	const wide = typeof text === 'string' ? [Buffer.from(text, 'utf16le')] : [];
	const all = [plain, ...wide, Buffer.from(plain.toString('hex')), ...base64];
	return all.filter(({ length }) => length >= MEANINGFUL);
};

/** Something that must not be found somewhere: what it is, and itself. */
export type Needles = Readonly<Record<string, string | Uint8Array>>;

/** Names of the needles that some bytes hold, in any form. */
export const foundIn = (bytes: Buffer, needles: Needles): readonly string[] =>
	Object.entries(needles)
		.filter(([, needle]) => formsOf(needle).some((form) => bytes.includes(form)))
		.map(([name]) => name);
