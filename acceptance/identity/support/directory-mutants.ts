import { DEVICE_MUTANTS } from './device-mutants.ts';
import { directoryMutant } from './directory-mutant.ts';
import type { Mutant } from './mutant.ts';
import { SEALED_DOOR_MUTANTS, SIGNED_REQUEST_MUTANTS } from './sealed-door-mutants.ts';

/** Checks of the directory, each removed. */
const SERVER: readonly Mutant[] = [
	directoryMutant(
		...(['server', 'login', 'an opening that the key of the phrases did not sign'] as const),
		[['if (!known || !isHers ||', 'if (!known ||']],
		'users',
	),
	directoryMutant(
		...(['server', 'login', 'a challenge older than a minute'] as const),
		[[' || !isFresh(deps, context.org, lookup, challenge))', ')']],
		'users',
	),
	directoryMutant(
		...(['server', 'login', 'more openings in a minute than are allowed'] as const),
		[['if (seconds !== undefined)', 'if (seconds === -1)']],
		'users',
	),
	directoryMutant(
		...(['server', 'alias', 'another alias that the identity did not sign'] as const),
		[['if (!(await isSignedBy(key, ', 'if (said.length === 0 && !(await isSignedBy(key, ']],
		'proofs',
	),
	directoryMutant(
		...(['server', 'alias', 'sessions that were open before the alias changed'] as const),
		[['await endSessions(context, context.account);', '']],
		'users',
	),
	directoryMutant(
		...(['server', 'alias', 'the alias that was replaced'] as const),
		[['await removeSlot(context, user, alias.slot);', '']],
		'users',
	),
	directoryMutant(
		...([
			'server',
			'register',
			'a registration that the secret of the offer did not sign',
		] as const),
		[["(await isSignedBy(offer.data.acceptKey, 'nv/accept', accepted, acceptance)) &&", '']],
		'proofs',
	),
	directoryMutant(
		...(['server', 'register', 'a registration that its identity did not sign'] as const),
		[["(await isSignedBy(key, 'nv/register', registerValues(org, asked), signature))", 'true']],
		'proofs',
	),
	directoryMutant(
		...(['server', 'register', 'two aliases in one slot'] as const),
		[['if (!identity || !areDistinct(asked.aliases))', 'if (!identity)']],
		'guards',
	),
	directoryMutant(
		...(['server', 'register', 'an alias that leads to somebody already'] as const),
		[
			[
				"if (await context.read<AliasData>('ALIAS', { lookup })) return",
				"if (lookup === '') return",
			],
		],
		'users',
	),
	directoryMutant(
		...(['server', 'sponsor-offer', 'an offer that was answered'] as const),
		[["one?.data.status === 'waiting' && source.now", 'one && source.now']],
		'users',
	),
	directoryMutant(
		...(['server', 'sponsor-offer', 'an offer after its time'] as const),
		[[' && source.now < one.data.until ? one', ' ? one']],
		'users',
	),
	directoryMutant(
		...(['server', 'sponsor', 'a refusal that the secret did not sign'] as const),
		[
			[
				"if (!(await isSignedBy(offer.data.acceptKey, 'nv/accept', said, signature)))",
				'if (said.length === 0)',
			],
		],
		'guards',
	),
	directoryMutant(
		...(['server', 'sponsor', 'an offer by nobody'] as const),
		[
			[
				": failure('E-RIGHT'),\n\tasync handler(context, { sponsorship, days",
				': undefined,\n\tasync handler(context, { sponsorship, days',
			],
		],
		'guards',
	),
	directoryMutant(
		...(['server', 'sponsor', 'mail in the name of the operator, for a user'] as const),
		[['(userOf(account) !== undefined && !mail)', 'userOf(account) !== undefined']],
		'sponsorship',
	),
	directoryMutant(
		...(['server', 'sponsor-offer', 'an offer that waits for ever'] as const),
		[
			[
				"...{ name: 'sponsor.forget', input: key, at },",
				"...{ name: 'sponsor.forget', input: key, at: at * 2 },",
			],
		],
		'sponsorship',
	),
	directoryMutant(
		...(['model', 'sponsorship', 'an answer told to another organisation'] as const),
		[['[directory, to.service, to.org,', "[directory, to.service, '',"]],
		'sponsorship',
	),
	directoryMutant(
		...(['server', 'sheet', 'a sheet that does not follow the one that is kept'] as const),
		[['if (sheet.rev !== rev + 1)', 'if (sheet.rev === 0)']],
		'users',
	),
	directoryMutant(
		...(['server', 'pin', 'a PIN in the place of that of another'] as const),
		[['if (known && known.user !== user)', "if (known && user === '')"]],
		'guards',
	),
	directoryMutant(
		...(['server', 'pin', 'what a PIN opens, when it is there already'] as const),
		[["pin?.user !== context.account.id || pin.blob !== ''", 'pin?.user !== context.account.id']],
		'guards',
	),
	directoryMutant(
		...(['server', 'pin-try', 'a try that the device did not sign'] as const),
		[
			[
				"if (!(await isSignedBy(pin.deviceKey, 'nv/pin-attempt', said, signature)))",
				'if (said.length === 0)',
			],
		],
		'pin',
	),
	directoryMutant(
		...(['server', 'pin-try', 'a third try'] as const),
		[['if (pin.tries < DIRECTORY_LIMITS.pinTries)', 'if (pin.tries < 99)']],
		'pin',
	),
	directoryMutant(
		...(['server', 'pin-try', 'another element under the id of a try'] as const),
		[["if (last.blinded !== blinded) return err(failure('E-REUSED'));", '']],
		'guards',
	),
	directoryMutant(
		...(['server', 'pin-try', 'the price of a try'] as const),
		[['const tries = pin.tries + 1;', 'const tries = pin.tries;']],
		'pin',
	),
	directoryMutant(
		...(['server', 'pin-try', 'an entry by a PIN that was not shown to be right'] as const),
		[
			[
				"if (!(await isSignedBy(pin.confirmKey, 'nv/pin-confirm', said, signature)))",
				'if (said.length === 0)',
			],
		],
		'pin',
	),
	directoryMutant(
		...(['server', 'pin-try', 'what a last try leaves, after a minute'] as const),
		[
			[
				'await expirePinAt(context, profile,',
				'if (tries === 0) await expirePinAt(context, profile,',
			],
		],
		'pin',
	),
	directoryMutant(
		...(['server', 'service-records', 'a record that its operator did not sign'] as const),
		[
			[
				"isSignedBy(named.key, 'nv/directory', values, signature)",
				'signature.length === 86 && values.length > 0',
			],
		],
		'services',
	),
	directoryMutant(
		...([
			'server',
			'service-records',
			'a record that does not follow the one that is kept',
		] as const),
		[['rev === (known?.rev ?? 0) + 1 ?', 'rev > 0 ?']],
		'services',
	),
	directoryMutant(
		...(['server', 'service-records', 'an organisation taken from its host'] as const),
		[['known?.operator ?? operator', 'operator']],
		'services',
	),
	directoryMutant(
		...([
			'server',
			'service-records',
			'an organisation handed to who runs no such service',
		] as const),
		[["if (!(await context.read('SERVICE', { service, operator })))", "if (service === '')"]],
		'services',
	),
	directoryMutant(
		...(['server', 'service-records', 'an operator named by anybody'] as const),
		[
			[
				"(isAdministrator(account) ? undefined : failure('E-RIGHT'))",
				'(account.id.length > 99 ? undefined : undefined)',
			],
		],
		'guards',
	),
	directoryMutant(
		...(['server', 'directory-application', 'what another user follows'] as const),
		[['return key.user === user ?', 'return key.user !== undefined ?']],
		'guards',
	),
	directoryMutant(
		...(['server', 'nobody', 'an opening that reads less for nobody'] as const),
		[["if (await context.read('ALIAS', NOBODY)) return;", 'return;']],
		'nobody',
	),
];

/** Every check of the directory, of a device before it and of the door for sealed requests. */
export const DIRECTORY_MUTANTS: readonly Mutant[] = [
	...DEVICE_MUTANTS,
	...SERVER,
	...SEALED_DOOR_MUTANTS,
	...SIGNED_REQUEST_MUTANTS,
];
