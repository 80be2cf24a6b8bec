declare module 'virtual:precache' {
	/** files of this build, written by `scripts/build-worker.ts` */
	export const PRECACHE: readonly import('./worker/precache.ts').PrecachedFile[];
	/** changes with any file */
	export const VERSION: string;
}

interface ImportMeta {
	readonly env: { readonly PROD: boolean };
}
