export * from './documents.ts';
export { directoryErrors } from './errors.ts';
export { DIRECTORY_LIMITS } from './limits.ts';
export * from './messages.ts';
export * from './service-records.ts';
export * from './signed.ts';
export {
	DirectoryKey,
	type DirectoryPlace,
	directoryOf,
	SITE_PATH,
	SiteAnswer,
	UniverseCode,
} from './site-answer.ts';
export * from './sponsorship.ts';
