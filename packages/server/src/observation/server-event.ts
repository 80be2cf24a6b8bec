import type { EngineEvent } from '@navette/engine';

/**
 * What a server tells its observer. Durations in milliseconds; an outcome is `ok` or the code of a
 * refusal; a name is one that is declared, or `?`.
 */
export type ServerEvent =
	| EngineEvent
	| {
			readonly kind: 'operation' | 'report';
			readonly org: string;
			readonly name: string;
			readonly outcome: string;
			readonly milliseconds: number;
	  }
	| {
			/** Anything asked over HTTP. */
			readonly kind: 'request';
			/** `call`, `frame`, `open`, `pull`, `report`, `health`, `ready`, `page`, `api`. */
			readonly route: string;
			readonly status: number;
			readonly milliseconds: number;
			readonly org: string | undefined;
			/** Address of the connection: to be hashed or dropped, never kept. */
			readonly address: string;
	  }
	| {
			/** A socket said who it is, or could not. */
			readonly kind: 'greeting';
			readonly org: string;
			readonly outcome: string;
			readonly address: string;
	  }
	| { readonly kind: 'socket'; readonly org: string; readonly change: 1 | -1 }
	| {
			/** A thread moved, and its listeners were told, or will be when they drain. */
			readonly kind: 'thread';
			readonly org: string;
			readonly type: string;
			readonly sent: number;
			readonly held: number;
	  }
	| {
			/** Notices that had been held back went out. */
			readonly kind: 'released';
			readonly sent: number;
	  }
	| {
			/** A task was done, or not; `name` is one that is declared, or `?`. */
			readonly kind: 'task';
			readonly org: string;
			readonly name: string;
			readonly outcome: string;
			readonly milliseconds: number;
	  }
	| { readonly kind: 'rate'; readonly limit: 'token' | 'address' };
