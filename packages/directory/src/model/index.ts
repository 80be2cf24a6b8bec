export * from './documents.ts';
export { directoryErrors } from './errors.ts';
export { DIRECTORY_LIMITS } from './limits.ts';
export * from './messages.ts';
export * from './signed.ts';
