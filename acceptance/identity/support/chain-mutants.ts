import type { Mutant } from './mutant.ts';

/** Checks of chains, identities, keys and devices, each removed. */
export const CHAIN_MUTANTS: readonly Mutant[] = [
	{
		check: 'an entry that nobody signed',
		file: 'ledger/src/ledger.ts',
		edits: [['if (!(await isSigned(signer, entry)))', 'if (signer.length === 0)']],
	},
	{
		check: 'a first entry that nobody signed',
		file: 'ledger/src/ledger.ts',
		edits: [['if (!(await isSigned(founder.signing, entry)))', 'if (founder.id.length === 0)']],
	},
	{
		check: 'an entry after another one',
		file: 'ledger/src/ledger.ts',
		edits: [
			[
				"if (before === undefined || !equalBytes(entry.prev, before)) return 'fork';",
				"if (before === undefined) return 'fork';",
			],
		],
	},
	{
		check: 'an entry of another ledger or tenant',
		file: 'ledger/src/ledger.ts',
		edits: [
			[
				"if (entry.tenant !== ledger.tenant || !equalBytes(entry.ledger, ledger.id)) return 'ledger';",
				'',
			],
		],
	},
	{
		check: 'an entry already there',
		file: 'ledger/src/ledger.ts',
		edits: [
			[
				"return known !== undefined && equalBytes(known, entry.hash) ? 'sequence' : 'fork';",
				'return undefined;',
			],
		],
	},
	{
		check: 'an entry of another epoch',
		file: 'ledger/src/ledger.ts',
		edits: [["if (entry.epoch !== rules.epochOf(ledger.state)) return err('epoch');", '']],
	},
	{
		check: 'a ledger whose id is not that of its first entry',
		file: 'ledger/src/ledger.ts',
		edits: [
			[
				'entry.tenant !== expected.tenant || !equalBytes(id, expected.id)',
				'entry.tenant !== expected.tenant',
			],
		],
	},
	{
		check: 'a ledger shorter than what was seen',
		file: 'ledger/src/heads.ts',
		edits: [
			["if (ours === undefined) return 'rollback';", 'if (ours === undefined) return undefined;'],
		],
	},
	{
		check: 'another history than the one seen',
		file: 'ledger/src/heads.ts',
		edits: [["return equalBytes(ours, known.hash) ? undefined : 'fork';", 'return undefined;']],
	},
	{
		check: 'keys that are not those of the id',
		file: 'ledger/src/identity.ts',
		edits: [['(expected.id === undefined || equalBytes(id, expected.id))', 'id.length > 0']],
	},
	{
		check: 'an id of another type',
		file: 'ledger/src/identity.ts',
		edits: [['type === expected.type &&', '']],
	},
	{
		check: 'an id of another tenant',
		file: 'ledger/src/identity.ts',
		edits: [['tenant === expected.tenant &&', '']],
	},
	{
		check: 'a key that is not the one signed for',
		file: 'ledger/src/epoch-keys.ts',
		edits: [['equalConstantTime(epochKeyHash(place, key), keyHash)', 'keyHash.length === 32']],
	},
	{
		check: 'a device added by somebody else',
		file: 'ledger/src/devices/device-rules.ts',
		edits: [
			[
				'return device?.isActive ? device.identity.signing : undefined;',
				'return device?.identity.signing;',
			],
		],
	},
	{
		check: 'a device added twice',
		file: 'ledger/src/devices/device-rules.ts',
		edits: [["if (state.devices.has(name)) return err('forbidden' as const);", '']],
	},
	{
		check: 'the revocation of what is not an active device',
		file: 'ledger/src/devices/device-rules.ts',
		edits: [
			[
				"if (!device?.isActive) return err('forbidden');",
				'if (device === undefined) return ok(state);',
			],
		],
	},
	{
		check: 'an author who is not here',
		file: 'ledger/src/ledger.ts',
		edits: [
			[
				"if (signer === undefined) return err('author');\n\tif (!(await isSigned(signer, entry)))",
				'if (signer !== undefined && !(await isSigned(signer, entry)))',
			],
		],
	},
	{
		check: 'an entry too far, told from a fork',
		file: 'ledger/src/ledger.ts',
		edits: [["if (entry.seq > ledger.hashes.length) return 'sequence';", '']],
	},
	{
		check: 'a ledger that is continued and is not the one expected',
		file: 'ledger/src/ledger.ts',
		edits: [
			[
				'from.tenant === tenant && equalBytes(from.id, id) ?',
				'from.tenant === tenant && id.length > 0 ?',
			],
		],
	},
];
