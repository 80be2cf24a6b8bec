import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '@navette/app-server/serve';
import { circuitApplication, selfCheck } from '@navette/circuit/server';
import { ok, silentLog } from '@navette/core';
import type { Engine } from '@navette/engine';
import { hashOfToken } from '@navette/server';
import { createTestClock } from '@navette/testkit';
import { at, scenarioDocuments } from '../../../packages/circuit/src/server/testing/scenario.ts';
import { writeSeed } from '../../../packages/circuit/src/server/testing/world.ts';
import { type Person, personAt } from './person.ts';

const ORG = 'circuit';

type Name =
	| ('adele' | 'paul' | 'bruno' | 'chloe' | 'gaelle')
	| ('animator' | 'helper' | 'agora' | 'far')
	| ('bocage' | 'poultry' | 'citrus' | 'admin');

/** Who takes part: account, then the right that its token gives, and its power unless main. */
const PEOPLE: Readonly<Record<Name, readonly [string, string, string, power?: number]>> = {
	adele: ['Adele', 'CO', 'dupleix.2'],
	/** Holds the same right as Adèle, on another telephone. */
	paul: ['Paul', 'CO', 'dupleix.2'],
	bruno: ['Bruno', 'CO', 'dupleix.3'],
	chloe: ['Chloe', 'CO', 'dupleix.4'],
	gaelle: ['Gaelle', 'CO', 'agora.2'],
	animator: ['Zoe', 'GC', 'dupleix'],
	agora: ['Gil', 'GC', 'agora'],
	bocage: ['Yann', 'GP', 'bocage'],
	poultry: ['Paule', 'PR', 'bocage.1'],
	citrus: ['Omar', 'PR', 'bocage.2'],
	/** Helps the animator, decides nothing of accesses and sheets. */
	helper: ['Hugo', 'GC', 'dupleix', 2],
	far: ['Luc', 'GC', 'lointain'],
	admin: ['Ada', 'ADM', ''],
};

const tokenOf = (name: string): string => `token-of-${name}-0123456789`;

const admit = (engine: Engine) =>
	engine.run({
		org: ORG,
		caller: () => ({ id: 'set-up', rights: [] }),
		async work(context) {
			for (const [name, [account, usage, subject, power = 1]] of Object.entries(PEOPLE)) {
				const rights = [{ usage, subject, power }];
				const access = { account, label: account, rights, created: 0 };
				await context.write('ACCESS', { hash: hashOfToken(tokenOf(name)) }, access);
			}
			return ok(null);
		},
	});

const prepare = async (engine: Engine): Promise<void> => {
	if ((await engine.organisations()).includes(ORG)) return;
	await engine.putOrganisation(ORG, 'open', { label: 'Circuit', clockOffset: 0 });
	await writeSeed(engine, ORG, scenarioDocuments());
	await admit(engine);
};

/** A real server on SQLite and loopback, 5 June at 10:00: orders are open until the 12th, 20:00. */
export const startCircuit = async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-circuit-'));
	const clock = createTestClock(at(5, 10));
	const start = async (port = 0) => {
		const started = await serve({
			data: folder,
			port,
			log: silentLog,
			clock,
			applications: [circuitApplication],
			prepare,
			rates: { perToken: 1_000_000, refusalsPerAddress: 1_000 },
		});
		if (!started.ok) throw new Error(started.error);
		return started.value;
	};
	let running = await start();
	const people = new Set<Person>();
	return {
		clock,
		get url() {
			return running.url;
		},
		/** Address that lets somebody in by a browser. */
		linkOf: (name: Name): string => `${running.url}/#/enter/${ORG}/${tokenOf(name)}`,
		/** Somebody with a device connected to this server. */
		as(name: Name): Person {
			const [, usage, subject] = PEOPLE[name];
			const person = personAt(
				running.url,
				ORG,
				tokenOf(name),
				subject ? `${usage}/${subject}` : usage,
			);
			people.add(person);
			return person;
		},
		/** Ends every connection; the same address answers again. */
		async restart() {
			const { port } = new URL(running.url);
			await running.close();
			running = await start(Number(port));
		},
		/** Documents derived otherwise than a rebuild would. */
		async drift(livr: string): Promise<readonly string[]> {
			const found = await running.engine.read(
				ORG,
				() => ({ id: 'check', rights: [] }),
				async (source) => ok((await selfCheck(source, 'bocage', livr)).map((one) => one.document)),
			);
			if (!found.ok) throw new Error(found.error.code);
			return found.value;
		},
		async close() {
			for (const person of people) person.hangUp();
			await running.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
};

export type Circuit = Awaited<ReturnType<typeof startCircuit>>;

/** Runs a scenario on a server of its own. */
export const withCircuit = (scenario: (circuit: Circuit) => Promise<void>) => async () => {
	const circuit = await startCircuit();
	try {
		await scenario(circuit);
	} finally {
		await circuit.close();
	}
};
