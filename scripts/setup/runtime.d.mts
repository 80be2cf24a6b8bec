/** Checks that scripts will run on a Node that is recent enough; its version. */
export function ensureRuntime(root: string): string;

/** Compares versions like `24.21.0`, part by part. */
export function isAtLeast(version: string, oldest: string): boolean;
