/** Sums documents up in any order: who holds the same ones has the same text. */
export interface Checksum {
	/** A living document: its type, canonical id, version and data as they travel. */
	add(type: string, id: string, version: number, data: Uint8Array): void;
	/** 16 hexadecimal digits, a dot, how many documents. */
	text(): string;
}

/** Two lanes of 32 bits, mixed as in cyrb53 (public domain): finds accidents, proves nothing. */
const SEED = [0xdeadbeef, 0x41c6ce57] as const;
const MIX = [2_654_435_761, 1_597_334_677] as const;
const END = [2_246_822_507, 3_266_489_909] as const;

/** A fresh sum of nothing. */
export const createChecksum = (): Checksum => {
	let [one, two] = [0, 0];
	let count = 0;
	return {
		add(type, id, version, data) {
			let [a, b]: [number, number] = [SEED[0], SEED[1]];
			const name = `${type}\0${id}\0${version}\0${data.length}\0`;
			for (let at = 0; at < name.length; at++) {
				const unit = name.charCodeAt(at);
				a = Math.imul(a ^ unit, MIX[0]);
				b = Math.imul(b ^ unit, MIX[1]);
			}
			for (const byte of data) {
				a = Math.imul(a ^ byte, MIX[0]);
				b = Math.imul(b ^ byte, MIX[1]);
			}
			const mixed = Math.imul(a ^ (a >>> 16), END[0]) ^ Math.imul(b ^ (b >>> 13), END[1]);
			one = (one + mixed) >>> 0;
			two = (two + (Math.imul(b ^ (b >>> 16), END[0]) ^ Math.imul(a ^ (a >>> 13), END[1]))) >>> 0;
			count++;
		},
		text() {
			const hex = (lane: number) => lane.toString(16).padStart(8, '0');
			return `${hex(one)}${hex(two)}.${count}`;
		},
	};
};
