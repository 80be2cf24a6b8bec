export { decodeCanonicalCbor } from './canonical-cbor.ts';
export { decodeCbor, decodeCborInPlace } from './decode-cbor.ts';
export { encodeCbor } from './encode-cbor.ts';
export { decodeJson } from './json.ts';
export { type CodecError, MAX_DEPTH } from './limits.ts';
