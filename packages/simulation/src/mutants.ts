/** A small fault put into the source of the platform, that a simulation has to notice. */
export interface Mutant {
	readonly name: string;
	/** Which rule it breaks. */
	readonly rule: string;
	/** End of the path of the file. */
	readonly file: string;
	/** Text found once in it, and what stands there instead. */
	readonly from: string;
	readonly to: string;
	/** Part of what the bus between servers carries that is lost; nothing unless told. */
	readonly busLoss?: number;
	/** Seed from which worlds are tried, when the first that noticed it came late; 1 unless told. */
	readonly world?: number;
}

/** One mutant of each rule that the guarantees rest on. */
export const MUTANTS: readonly Mutant[] = [
	{
		name: 'version-not-raised',
		rule: 'commit: v = max + 1',
		file: 'model/src/version.ts',
		from: 'return highest + 1;',
		to: 'return Math.max(1, highest);',
	},
	{
		name: 'version-of-first-thread',
		rule: 'commit: the maximum of all threads',
		file: 'engine/src/plan.ts',
		from: '...locked.map((thread) => thread.version),',
		to: '...locked.slice(0, 1).map((thread) => thread.version),',
	},
	{
		name: 'thread-not-locked',
		rule: 'commit: every thread is locked and moves',
		file: 'engine/src/plan.ts',
		from: 'for (const path of write.paths) paths.add(path);',
		to: 'for (const path of write.paths.slice(0, 2)) paths.add(path);',
	},
	{
		name: 'type-not-noted',
		rule: 'commit: the version by type',
		file: 'model/src/version.ts',
		from: 'for (const type of types) versions[type] = version;',
		to: 'for (const type of types) versions[type] ??= version;',
	},
	{
		name: 'page-splits-a-transaction',
		rule: 'pull: pages end at a version boundary',
		file: 'engine/src/pull.ts',
		from: 'const kept = rows.filter((row) => row.version < beyond.version);',
		to: 'const kept = rows.slice(0, limit);',
	},
	{
		name: 'page-claims-too-much',
		rule: 'pull: complete up to its own end',
		file: 'engine/src/pull.ts',
		from: 'upTo: more ? (rows.at(-1)?.version ?? after) : version',
		to: 'upTo: version',
	},
	{
		name: 'horizon-ignored',
		world: 24,
		rule: 'pull: below the horizon everything comes again',
		file: 'engine/src/pull.ts',
		from: '(cursor.since < thread.horizon && cursor.horizon !== thread.horizon) ||',
		to: '',
	},
	{
		name: 'scope-ignored',
		rule: 'pull: other rights, everything comes again',
		file: 'engine/src/pull.ts',
		from: '(cursor.scope !== undefined && cursor.scope !== scope) ||',
		to: '',
	},
	{
		name: 'answer-not-recalled',
		rule: 'operations: a repeated id is not run again',
		file: 'engine/src/answers.ts',
		from: 'if (!stored) return ok(undefined);',
		to: 'if (stored || !stored) return ok(undefined);',
	},
	{
		name: 'answer-not-remembered',
		rule: 'operations: an answer is kept with its writes',
		file: 'engine/src/run.ts',
		from: 'await writer.putAnswer(identity.operation, dayOf(now), answer);',
		to: '',
	},
	{
		name: 'refusal-not-remembered',
		world: 57,
		rule: 'operations: a refusal is the last word, also on a copy of the request',
		file: 'engine/src/judging.ts',
		from: 'await transaction.in(org).putAnswer(identity.operation, dayOf(judged.now), stored);',
		to: 'void [transaction, stored];',
	},
	{
		name: 'content-named-and-loose',
		rule: 'files: a content that a document names is loose no more',
		file: 'engine/src/files/settle-files.ts',
		from: 'const row = await writer.takeLooseBlob(file.fid);',
		to: 'const row = await writer.looseBlob(file.fid);',
	},
	{
		name: 'content-dropped-unnoted',
		world: 16,
		rule: 'files: what no document names any more is noted until it is gone',
		file: 'engine/src/files/settle-files.ts',
		from: 'await writer.putLooseBlob(looseToRow({ fid, folder, since: scene.machineNow, note }));',
		to: 'void [looseToRow, note];',
	},
	{
		name: 'rights-not-asked-again',
		rule: 'sockets: a right withdrawn is withdrawn at once',
		file: 'server/src/socket/hub.ts',
		from: 'if (commit.rightsMoved) moved.add(commit.org);',
		to: '',
	},
	{
		name: 'filter-not-applied',
		rule: 'every way out: what rights filter stays inside',
		file: 'engine/src/outgoing.ts',
		from: 'if (needsKey && (!key || !',
		to: 'if (needsKey && (!key && !',
	},
	{
		name: 'held-back-forgotten',
		world: 4,
		rule: 'sockets: after a notice held back, the reader pulls',
		file: 'server/src/socket/outbound.ts',
		from: 'if (subscription.waiting === 0 && !this.#isSlow()) {',
		to: 'if (!this.#isSlow()) {',
	},
	{
		name: 'gap-between-servers-ignored',
		world: 20,
		rule: 'sockets: after a commit not heard, the reader pulls',
		file: 'server/src/socket/hub.ts',
		from: 'const hasGap = !change.isWhole || !(follows || change.from <= told);',
		to: 'const hasGap = false;',
	},
	{
		name: 'doubt-ignored',
		world: 5,
		rule: 'sockets: after a doubt of the bus, readers are told where their threads stand',
		file: 'server/src/socket/hub.ts',
		from: 'if (doubted.delete(org)) await readAgain(org);',
		to: 'doubted.delete(org);',
		busLoss: 0.5,
	},
	{
		name: 'documents-of-answers-taken',
		world: 32,
		rule: 'client: the answer of a call names versions only',
		file: 'client/src/sync-loop.ts',
		from: 'hear(notices.map(({ documents: _, ...moved }) => moved))',
		to: 'hear(notices)',
	},
	{
		name: 'access-refusal-judged',
		world: 85,
		rule: 'client: a refused access judges no operation',
		file: 'client/src/outbox.ts',
		from: "error.retry === 'later' || ACCESS_CODES.includes(error.code);",
		to: "error.retry === 'later';",
	},
	{
		name: 'given-up-too-soon',
		rule: 'client: what may succeed later is sent again',
		file: 'client/src/outbox.ts',
		from: "if (error.retry === 'later') return retryLater(error);",
		to: "if (error.retry === 'later') { await forget(entry); return true; }",
	},
	{
		name: 'late-documents-taken',
		world: 3,
		rule: 'client: an older state of a document changes nothing',
		file: 'client/src/followed-thread.ts',
		from: 'if (!cursor || notice.version <= cursor.version) return;',
		to: 'if (!cursor) return;',
	},
	{
		name: 'full-does-not-replace',
		rule: 'client: what a full reading does not name goes',
		file: 'client/src/pull-round.ts',
		from: 'replace: round.replace || restarts,',
		to: 'replace: round.replace,',
	},
	{
		name: 'outbox-forgets-early',
		rule: 'client: an operation waits until it is answered',
		file: 'client/src/outbox.ts',
		from: "replace(entry, { ...entry, state: 'sending' });",
		to: "replace(entry, { ...entry, state: 'sending' }); await forget(entry);",
	},
];

/**
 * Mutants that worlds do not notice: second locks, which change nothing as long as the first one
 * holds, and what needs more luck than 300,000 events had. Tests beside the code notice them.
 */
export const UNSEEN: readonly Mutant[] = [
	// Rights and writes must move within the few milliseconds of one reading.
	{
		name: 'pull-with-rights-that-moved',
		rule: 'sockets: a subscription is read again when rights move meanwhile',
		file: 'server/src/socket/answer-request.ts',
		from: 'if (!outcome.ok || !placed.some((one) => one.review)) return outcome;',
		to: 'return outcome;',
	},
	{
		name: 'told-between-two-reviews',
		rule: 'sockets: nothing is told while rights that moved are not asked again',
		file: 'server/src/socket/hub.ts',
		from: 'while (moved.size > 0) {',
		to: 'if (moved.size > 0) {',
	},
	// An operation writes at its end only, so that one that is refused has written nothing.
	{
		name: 'refusal-not-undone',
		rule: 'group commit: one that fails is undone alone',
		file: 'engine/src/group-commit.ts',
		from: 'if (!outcome.ok) throw new Refusal(outcome.error);',
		to: '',
	},
	// A server that is right never sends one; the tests of the client do.
	{
		name: 'notice-from-ignored',
		rule: 'client: a notice that starts above what is held is followed by a pull',
		file: 'client/src/followed-thread.ts',
		from: 'notice.from > cursor.version ||',
		to: '',
	},
];
