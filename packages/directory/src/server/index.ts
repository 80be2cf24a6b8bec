export { directoryApplication } from './directory-application.ts';
export type { DirectoryDeps } from './directory-deps.ts';
