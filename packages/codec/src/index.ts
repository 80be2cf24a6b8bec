export {
	type CodecError,
	decodeCanonicalCbor,
	decodeCbor,
	encodeCbor,
	MAX_DEPTH,
} from './cbor.ts';
export { decodeJson } from './json.ts';
