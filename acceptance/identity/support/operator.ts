import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { serve } from '@navette/app-server/serve';

type Directory = NonNullable<Parameters<typeof serve>[0]['directory']>;

/** What a process of an operator is given. */
export interface OperatorGiven {
	readonly data: string;
	readonly org: string;
	readonly directory: Directory;
}

/** What it is asked. */
export type OperatorAsked =
	| { readonly kind: 'offer'; readonly usage: string; readonly subject: string }
	| { readonly kind: 'administer'; readonly token: string }
	| { readonly kind: 'refresh' }
	| { readonly kind: 'keys' };

/** A server of one operator, with its own process, folder and keys. */
export interface Operator {
	readonly url: string;
	/** Public key of the directory it hosts, empty when it hosts none. */
	readonly key: string;
	/** An entry link that offers a right. */
	link(usage: string, subject: string): Promise<string>;
	/** Gives a token to the administrator of its directory. */
	administer(token: string): Promise<void>;
	/** Public keys of its service, base64url. */
	serviceKeys(): Promise<{ readonly signKey: string; readonly sealKey: string }>;
	/** Asks the directory for its services now. */
	refresh(): Promise<void>;
	close(): Promise<void>;
}

const SCRIPT = fileURLToPath(new URL('./operator-process.ts', import.meta.url));

/** Starts the server of an operator; resolves once it answers. */
export const startOperator = async (org: string, directory: Directory): Promise<Operator> => {
	const data = mkdtempSync(path.join(tmpdir(), 'navette-operator-'));
	const given: OperatorGiven = { data, org, directory };
	const child = fork(SCRIPT, [JSON.stringify(given)], {
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	const gone = once(child, 'exit');
	const heard = async <T>(): Promise<T> => {
		const ended = gone.then(([code]) => {
			throw new Error(`the server of ${org} ended with ${code}`);
		});
		const [message] = await Promise.race([once(child, 'message'), ended]);
		return (message as { value: T }).value;
	};
	const ask = <T>(asked: OperatorAsked): Promise<T> => {
		const answer = heard<T>();
		child.send(asked);
		return answer;
	};
	const { url, key } = await heard<{ url: string; key: string }>();
	return {
		url,
		key,
		link: async (usage, subject) =>
			`${url}/#/enter/${org}/${await ask<string>({ kind: 'offer', usage, subject })}`,
		administer: (token) => ask({ kind: 'administer', token }),
		serviceKeys: () => ask({ kind: 'keys' }),
		refresh: () => ask({ kind: 'refresh' }),
		async close() {
			child.disconnect();
			await gone;
			rmSync(data, { recursive: true, force: true });
		},
	};
};
