export { javascript } from '../backend/javascript.ts';
export { webcrypto } from '../backend/webcrypto.ts';
export { PRIMITIVE_CASES } from './primitive-cases.ts';
export { SYMMETRIC_CASES } from './symmetric-cases.ts';
