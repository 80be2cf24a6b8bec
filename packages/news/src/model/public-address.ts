/** Blocks of IPv4 that no public service has (RFC 6890 and its registry): `[first address, bits]`. */
const RESERVED_V4: readonly (readonly [string, number])[] = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3],
];

const toNumber = (text: string): number | undefined => {
	const parts = text.split('.');
	if (parts.length !== 4 || parts.some((part) => !/^(0|[1-9]\d{0,2})$/.test(part)))
		return undefined;
	const bytes = parts.map(Number);
	if (bytes.some((byte) => byte > 255)) return undefined;
	return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
};

const isPublicV4 = (address: number): boolean =>
	RESERVED_V4.every(([first, bits]) => {
		const size = 2 ** (32 - bits);
		return Math.floor(address / size) !== Math.floor((toNumber(first) ?? 0) / size);
	});

/** The eight groups of an IPv6 address without a zone, or `undefined`. */
const toGroups = (text: string): readonly number[] | undefined => {
	const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
	const v4 = dotted ? toNumber(dotted[2] ?? '') : undefined;
	if (dotted && v4 === undefined) return undefined;
	const whole =
		dotted && v4 !== undefined
			? `${dotted[1]}${Math.floor(v4 / 65_536).toString(16)}:${(v4 % 65_536).toString(16)}`
			: text;
	const halves = whole.split('::');
	if (halves.length > 2) return undefined;
	const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
	const missing = 8 - left.length - right.length;
	if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
	const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
	if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
	return groups.map((group) => Number.parseInt(group, 16));
};

/** Only `2000::/3` is public, less tunnels and examples that lead or may lead back inside. */
const isPublicV6 = (groups: readonly number[]): boolean => {
	const [a = 0, b = 0] = groups;
	if (a >> 13 !== 1) return false;
	const isSpecial = a === 0x2001 && (b < 0x0200 || b === 0x0db8);
	return !isSpecial && a !== 0x2002 && !(a === 0x3fff && b < 0x1000);
};

/**
 * Whether an address, as a resolver gives it, is one of the public network. What cannot be read is
 * not: a server must never be led to its own network by a name.
 */
export const isPublicAddress = (text: string): boolean => {
	const v4 = toNumber(text);
	if (v4 !== undefined) return isPublicV4(v4);
	const groups = toGroups(text);
	return groups !== undefined && isPublicV6(groups);
};
