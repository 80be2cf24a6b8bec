import type { Mutant } from './mutant.ts';

/** Rules of groups, each removed. */
export const GROUP_MUTANTS: readonly Mutant[] = [
	{
		check: 'somebody gone',
		file: 'ledger/src/group/group-rules.ts',
		edits: [
			[
				"const isHere = member?.standing === 'active' || member?.standing === 'invited';",
				'const isHere = member !== undefined;',
			],
		],
	},
	{
		check: 'a write without the right',
		file: 'ledger/src/group/group-rules.ts',
		edits: [["if (!hasRight(author, 'write')) return err('forbidden');", '']],
	},
	{
		check: 'a write while a rotation is due',
		file: 'ledger/src/group/group-rules.ts',
		edits: [['state.isRotationDue || state.writes', 'state.writes']],
	},
	{
		check: 'too many writes under one key',
		file: 'ledger/src/group/group-rules.ts',
		edits: [[' || state.writes >= WRITES_PER_EPOCH', '']],
	},
	{
		check: 'a revision that is not the next',
		file: 'ledger/src/group/group-rules.ts',
		edits: [
			["if (op.rev !== (objectOf(state.objects, id)?.rev ?? 0) + 1) return err('revision');", ''],
		],
	},
	{
		check: 'anything after the end',
		file: 'ledger/src/group/group-rules.ts',
		edits: [["if (state.isClosed) return err('closed');", '']],
	},
	{
		check: 'a close by another than the founder',
		file: 'ledger/src/group/group-rules.ts',
		edits: [['bytesToHex(entry.author) === state.founder ? ok', 'entry.seq > 0 ? ok']],
	},
	{
		check: 'a rotation by somebody who may not',
		file: 'ledger/src/group/group-rules.ts',
		edits: [
			[
				"hasRight(author, 'write') || hasRight(author, 'manage')\n\t\t\t\t? rotate",
				'author !== undefined\n\t\t\t\t? rotate',
			],
		],
	},
	{
		check: 'a rotation to another epoch than the next',
		file: 'ledger/src/group/rotate.ts',
		edits: [["if (rotation.epoch !== presentEpoch(state).number + 1) return err('epoch');", '']],
	},
	{
		check: 'a rotation that leaves somebody out, or lets somebody in',
		file: 'ledger/src/group/rotate.ts',
		edits: [
			[
				'const reachesAll = holders.length === keys.size && holders.every((id) => keys.has(id));',
				'const reachesAll = holders.length > 0;',
			],
		],
	},
	{
		check: 'an invitation by somebody who may not',
		file: 'ledger/src/group/invite.ts',
		edits: [
			["if (!mayInvite(state, state.members.get(author), op.rights)) return err('forbidden');", ''],
		],
	},
	{
		check: 'rights that do not hold together',
		file: 'ledger/src/group/invite.ts',
		edits: [
			[
				"if (!areWhole(op.rights) || known?.standing === 'active') return err('forbidden');",
				"if (known?.standing === 'active') return err('forbidden');",
			],
		],
	},
	{
		check: 'a key given before the last voice',
		file: 'ledger/src/group/invite.ts',
		edits: [["if (isDone !== (voice.key !== undefined)) return err('forbidden');", '']],
	},
	{
		check: 'a voice for another invitation',
		file: 'ledger/src/group/invite.ts',
		edits: [
			[
				"member?.standing === 'voted' && equalBytes(member.invitation, op.invitation)",
				"member?.standing === 'voted'",
			],
		],
	},
	{
		check: 'a voice of somebody who does not manage',
		file: 'ledger/src/group/invite.ts',
		edits: [
			[
				"if (!isPending || !hasRight(state.members.get(author), 'manage')) return",
				'if (!isPending) return',
			],
		],
	},
	{
		check: 'an answer to another invitation',
		file: 'ledger/src/group/invite.ts',
		edits: [["if (!equalBytes(member.invitation, op.invitation)) return err('forbidden');", '']],
	},
	{
		check: 'more people than a group holds',
		file: 'ledger/src/group/invite.ts',
		edits: [
			[
				"if ((known === undefined || known.standing === 'gone') && isFull(state)) return err('forbidden');",
				'',
			],
		],
	},
	{
		check: 'a removal by somebody who may not',
		file: 'ledger/src/group/change-members.ts',
		edits: [
			[
				"if (!hasRight(state.members.get(author), 'manage')) return err('forbidden');\n\tif (member === undefined ||",
				'if (member === undefined ||',
			],
		],
	},
	{
		check: 'a removal of a manager by another',
		file: 'ledger/src/group/change-members.ts',
		edits: [
			[
				"if (member.rights.has('manage') && member.standing === 'active' && author !== state.founder)\n\t\treturn err('forbidden');",
				'',
			],
		],
	},
	{
		check: 'a change of rights by somebody who may not',
		file: 'ledger/src/group/change-members.ts',
		edits: [["!(hasRight(by, 'manage') && isFree)", '!isFree']],
	},
	{
		check: 'a change of a manager’s rights by another',
		file: 'ledger/src/group/change-members.ts',
		edits: [
			[
				"const isFree = author === state.founder || !member.rights.has('manage');",
				'const isFree = true;',
			],
		],
	},
	{
		check: 'a founder who stops managing',
		file: 'ledger/src/group/change-members.ts',
		edits: [["if (id === state.founder && !rights.has('manage')) return err('forbidden');", '']],
	},
	{
		check: 'a founder who leaves others',
		file: 'ledger/src/group/change-members.ts',
		edits: [["if (id === state.founder && !isEmpty) return err('forbidden');", '']],
	},
	{
		check: 'a hand-over by another than the founder',
		file: 'ledger/src/group/change-members.ts',
		edits: [["if (bytesToHex(entry.author) !== state.founder) return err('forbidden');", '']],
	},
	{
		check: 'a change of mode by somebody who may not',
		file: 'ledger/src/group/change-members.ts',
		edits: [
			[
				"if (!hasRight(state.members.get(author), 'manage')) return err('forbidden');\n\tif (op.mode",
				'if (op.mode',
			],
		],
	},
	{
		check: 'simple invitations again without all voices',
		file: 'ledger/src/group/change-members.ts',
		edits: [
			[
				'const isDone = managersOf(state).every((manager) => simpleVotes.has(manager));',
				'const isDone = simpleVotes.size > 0;',
			],
		],
	},
	{
		check: 'voices of those who manage no more',
		file: 'ledger/src/group/change-members.ts',
		edits: [
			[
				'return { ...state, members: new Map(members), simpleVotes: kept(state.simpleVotes) };',
				'return members.length > 0 ? state : state;',
			],
		],
	},
	{
		check: 'bytes that are not those of the last write',
		file: 'ledger/src/group/group-object.ts',
		edits: [["if (!equalBytes(hashOf(bytes), written.hash)) return err('stale');", '']],
	},
];
