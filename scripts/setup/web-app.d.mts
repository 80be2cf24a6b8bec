/** Builds the web app when its sources changed since the last build. */
export function ensureWebApp(root: string, say: (line: string) => void): void;

/** Hash of every source file that may end in the web app, and of the lockfile. */
export function sourceStamp(root: string): string;
