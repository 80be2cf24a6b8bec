declare module 'virtual:precache' {
	/** files of this build, written by `scripts/build-worker.ts` */
	export const PRECACHE: readonly import('./worker/precache.ts').PrecachedFile[];
	/** changes with any file */
	export const VERSION: string;
}

interface ImportMeta {
	readonly env: { readonly PROD: boolean };
}

declare module '*?worker&url' {
	/** Address of a worker that the build made. */
	const url: string;
	export default url;
}
