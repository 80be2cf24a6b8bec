export { directoryApplication } from './directory-application.ts';
export type { DirectoryDeps, Mail, MailOutcome } from './directory-deps.ts';
export { isSponsorAnswer } from './sponsor-answer.ts';
