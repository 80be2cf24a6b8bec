/** Installs what the lockfile says when it is not what `node_modules` holds. */
export function ensurePackages(root: string, say: (line: string) => void): void;

/** Hash of everything that decides what should be installed. */
export function lockStamp(root: string): string;

/** Whether `node_modules` already holds what the lockfile asks for. */
export function isInstalled(root: string): boolean;
