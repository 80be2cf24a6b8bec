/** Where documents are. */
export type DocumentsConfig =
	| { readonly store: 'sqlite' }
	| { readonly store: 'postgres'; readonly url: string }
	| {
			readonly store: 'firestore';
			readonly project: string;
			/** `(default)` when none is named. */
			readonly database: string | undefined;
			/** `host:port` of an emulator, which keeps everything in memory. */
			readonly emulator: string | undefined;
	  };

/** Stores of documents, as they are called in sentences. */
export const DOCUMENT_STORES = {
	sqlite: 'SQLite',
	postgres: 'PostgreSQL',
	firestore: 'Firestore',
} as const;

/** Where contents of files are. */
export type FilesConfig =
	/** In the folder of data when none is named. */
	| { readonly store: 'folder'; readonly folder: string | undefined }
	| {
			readonly store: S3Kind;
			readonly endpoint: string;
			readonly region: string;
			readonly bucket: string;
			readonly accessKeyId: string;
			readonly secretAccessKey: string;
	  };

/** How servers tell each other what moved. */
export type NoticesConfig =
	| { readonly bus: 'memory' }
	| { readonly bus: 'postgres'; readonly url: string }
	| {
			readonly bus: 'nats';
			readonly servers: readonly string[];
			readonly token: string | undefined;
	  };

/** The parts of a site that may stand elsewhere. */
export interface ProvidersConfig {
	readonly documents: DocumentsConfig;
	readonly files: FilesConfig;
	readonly notices: NoticesConfig;
}

/** Everything in the folder of data, one server: what a site is when nothing else is said. */
export const ONE_SERVER: ProvidersConfig = {
	documents: { store: 'sqlite' },
	files: { store: 'folder', folder: undefined },
	notices: { bus: 'memory' },
};

/** Stores that speak the S3 protocol, by what differs between them. */
export const S3_KINDS = {
	s3: { endpoint: undefined, region: 'us-east-1', createOnly: { 'if-none-match': '*' } },
	gcs: {
		endpoint: 'https://storage.googleapis.com',
		region: 'auto',
		createOnly: { 'x-goog-if-generation-match': '0' },
	},
} as const;
export type S3Kind = keyof typeof S3_KINDS;
