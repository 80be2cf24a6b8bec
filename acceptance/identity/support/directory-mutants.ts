import type { Mutant } from './mutant.ts';

const of = (
	side: 'client' | 'model' | 'server',
	file: string,
	check: string,
	edits: Mutant['edits'],
	...tests: readonly string[]
): Mutant => ({
	check,
	file: `directory/src/${side}/${file}.ts`,
	edits,
	tests: tests.map((name) => `directory/src/testing/${name}.test.ts`),
});

/** Checks of a device, each removed. */
const CLIENT: readonly Mutant[] = [
	of(
		...(['client', 'sheet', 'a sheet older than the one seen'] as const),
		[["if (head.rev < known.rev) return { kind: 'rollback' };", '']],
		'evil',
	),
	of(
		...(['client', 'sheet', 'another sheet of the revision seen'] as const),
		[['if (head.rev === known.rev && head.digest !== known.digest)', 'if (head.rev === 0)']],
		'evil',
	),
	of(
		...(['client', 'sheet', 'a sheet that does not follow the one seen'] as const),
		[['isNext && bytesToBase64Url(sheet.prev) !== known.digest', 'isNext && head.rev === 0']],
		'evil',
	),
	of(
		...(['client', 'sheet', 'a sheet renumbered (both layers)'] as const),
		[
			["[realm, 'SHEET', user, rev]", "[realm, 'SHEET', user, rev * 0]"],
			['if (!parsed?.success || parsed.output.rev !== sealed.rev)', 'if (!parsed?.success)'],
		],
		'evil',
	),
	of(
		...(['client', 'identity', 'the seal of one slot shown as that of another'] as const),
		[["[realm, 'ACCOUNT', user, slot]", "[realm, 'ACCOUNT', user, slot * 0]"]],
		'evil',
	),
	of(
		...(['client', 'identity', 'what was seen before is not held against the answer'] as const),
		[
			[
				'openSheet(key, deps.realm, user, entered.sheet, known)',
				'openSheet(key, deps.realm, user, entered.sheet)',
			],
		],
		'evil',
	),
	of(
		...(['client', 'identity', 'what was seen before, at the next reading'] as const),
		[['sealed.output, current.head)', 'sealed.output)']],
		'evil',
	),
	of(
		...(['client', 'find-service', 'a record that the directory did not sign'] as const),
		[['isAsked && (await isSigned(deps, parsed.output))', 'isAsked']],
		'services',
	),
	of(
		...(['client', 'find-service', 'where an organisation is, when it was not signed'] as const),
		[['(await verify(key, LABEL, ofHosting, bytes(hosting.signature))) &&', '']],
		'services',
	),
	of(
		...(['client', 'find-service', 'the answer to another question'] as const),
		[['hosting.org === asked.org &&', '']],
		'services',
	),
	of(
		...(['client', 'find-service', 'a record older than the one seen'] as const),
		[["if (now.rev < before.rev) return { kind: 'rollback' };", '']],
		'services',
	),
	of(
		...(['client', 'find-service', 'another record of the revision seen'] as const),
		[['now.rev === before.rev && now.signature', 'now.rev === 0 && now.signature']],
		'services',
	),
	of(
		...(['client', 'find-service', 'a known record that is said not to be'] as const),
		[["before && answer.error.code === 'E-SERVICE'", 'before && before.hosting.rev === 0']],
		'services',
	),
];

/** Checks of the directory, each removed. */
const SERVER: readonly Mutant[] = [
	of(
		...(['server', 'login', 'an opening that the key of the phrases did not sign'] as const),
		[['if (!known || !isHers ||', 'if (!known ||']],
		'users',
	),
	of(
		...(['server', 'login', 'a challenge older than a minute'] as const),
		[[' || !isFresh(deps, context.org, lookup, challenge))', ')']],
		'users',
	),
	of(
		...(['server', 'login', 'more openings in a minute than are allowed'] as const),
		[['if (seconds !== undefined)', 'if (seconds === -1)']],
		'users',
	),
	of(
		...(['server', 'alias', 'another alias that the identity did not sign'] as const),
		[['if (!(await isSignedBy(key, ', 'if (said.length === 0 && !(await isSignedBy(key, ']],
		'proofs',
	),
	of(
		...(['server', 'alias', 'sessions that were open before the alias changed'] as const),
		[['await endSessions(context, context.account);', '']],
		'users',
	),
	of(
		...(['server', 'alias', 'the alias that was replaced'] as const),
		[['await removeSlot(context, user, alias.slot);', '']],
		'users',
	),
	of(
		...([
			'server',
			'register',
			'a registration that the secret of the offer did not sign',
		] as const),
		[["(await isSignedBy(offer.data.acceptKey, 'nv/accept', accepted, acceptance)) &&", '']],
		'proofs',
	),
	of(
		...(['server', 'register', 'a registration that its identity did not sign'] as const),
		[["(await isSignedBy(key, 'nv/register', registerValues(org, asked), signature))", 'true']],
		'proofs',
	),
	of(
		...(['server', 'register', 'two aliases in one slot'] as const),
		[['if (!identity || !areDistinct(asked.aliases))', 'if (!identity)']],
		'guards',
	),
	of(
		...(['server', 'register', 'an alias that leads to somebody already'] as const),
		[
			[
				"if (await context.read<AliasData>('ALIAS', { lookup })) return",
				"if (lookup === '') return",
			],
		],
		'users',
	),
	of(
		...(['server', 'sponsor-offer', 'an offer that was answered'] as const),
		[["one?.data.status === 'waiting' && source.now", 'one && source.now']],
		'users',
	),
	of(
		...(['server', 'sponsor-offer', 'an offer after its time'] as const),
		[[' && source.now < one.data.until ? one', ' ? one']],
		'users',
	),
	of(
		...(['server', 'sponsor', 'a refusal that the secret did not sign'] as const),
		[
			[
				"if (!(await isSignedBy(offer.data.acceptKey, 'nv/accept', said, signature)))",
				'if (said.length === 0)',
			],
		],
		'guards',
	),
	of(
		...(['server', 'sponsor', 'an offer by nobody'] as const),
		[
			[
				": failure('E-RIGHT'),\n\tasync handler(context, { sponsorship, days",
				': undefined,\n\tasync handler(context, { sponsorship, days',
			],
		],
		'guards',
	),
	of(
		...(['server', 'sponsor', 'mail in the name of the operator, for a user'] as const),
		[['(userOf(account) !== undefined && !mail)', 'userOf(account) !== undefined']],
		'sponsorship',
	),
	of(
		...(['server', 'sponsor-offer', 'an offer that waits for ever'] as const),
		[
			[
				"...{ name: 'sponsor.forget', input: key, at },",
				"...{ name: 'sponsor.forget', input: key, at: at * 2 },",
			],
		],
		'sponsorship',
	),
	of(
		...(['model', 'sponsorship', 'an answer told to another organisation'] as const),
		[['[directory, to.service, to.org,', "[directory, to.service, '',"]],
		'sponsorship',
	),
	of(
		...(['server', 'sheet', 'a sheet that does not follow the one that is kept'] as const),
		[['if (sheet.rev !== rev + 1)', 'if (sheet.rev === 0)']],
		'users',
	),
	of(
		...(['server', 'pin', 'a PIN in the place of that of another'] as const),
		[['if (known && known.user !== user)', "if (known && user === '')"]],
		'guards',
	),
	of(
		...(['server', 'pin', 'what a PIN opens, when it is there already'] as const),
		[["pin?.user !== context.account.id || pin.blob !== ''", 'pin?.user !== context.account.id']],
		'guards',
	),
	of(
		...(['server', 'pin-try', 'a try that the device did not sign'] as const),
		[
			[
				"if (!(await isSignedBy(pin.deviceKey, 'nv/pin-attempt', said, signature)))",
				'if (said.length === 0)',
			],
		],
		'pin',
	),
	of(
		...(['server', 'pin-try', 'a third try'] as const),
		[['if (pin.tries < DIRECTORY_LIMITS.pinTries)', 'if (pin.tries < 99)']],
		'pin',
	),
	of(
		...(['server', 'pin-try', 'another element under the id of a try'] as const),
		[["if (last.blinded !== blinded) return err(failure('E-REUSED'));", '']],
		'guards',
	),
	of(
		...(['server', 'pin-try', 'the price of a try'] as const),
		[['const tries = pin.tries + 1;', 'const tries = pin.tries;']],
		'pin',
	),
	of(
		...(['server', 'pin-try', 'an entry by a PIN that was not shown to be right'] as const),
		[
			[
				"if (!(await isSignedBy(pin.confirmKey, 'nv/pin-confirm', said, signature)))",
				'if (said.length === 0)',
			],
		],
		'pin',
	),
	of(
		...(['server', 'pin-try', 'what a last try leaves, after a minute'] as const),
		[
			[
				'await expirePinAt(context, profile,',
				'if (tries === 0) await expirePinAt(context, profile,',
			],
		],
		'pin',
	),
	of(
		...(['server', 'service-records', 'a record that its operator did not sign'] as const),
		[
			[
				"isSignedBy(named.key, 'nv/directory', values, signature)",
				'signature.length === 86 && values.length > 0',
			],
		],
		'services',
	),
	of(
		...([
			'server',
			'service-records',
			'a record that does not follow the one that is kept',
		] as const),
		[['rev === (known?.rev ?? 0) + 1 ?', 'rev > 0 ?']],
		'services',
	),
	of(
		...(['server', 'service-records', 'an organisation taken from its host'] as const),
		[['known?.operator ?? operator', 'operator']],
		'services',
	),
	of(
		...([
			'server',
			'service-records',
			'an organisation handed to who runs no such service',
		] as const),
		[["if (!(await context.read('SERVICE', { service, operator })))", "if (service === '')"]],
		'services',
	),
	of(
		...(['server', 'service-records', 'an operator named by anybody'] as const),
		[
			[
				"(isAdministrator(account) ? undefined : failure('E-RIGHT'))",
				'(account.id.length > 99 ? undefined : undefined)',
			],
		],
		'guards',
	),
	of(
		...(['server', 'directory-application', 'what another user follows'] as const),
		[['return key.user === user ?', 'return key.user !== undefined ?']],
		'guards',
	),
	of(
		...(['server', 'nobody', 'an opening that reads less for nobody'] as const),
		[["if (await context.read('ALIAS', NOBODY)) return;", 'return;']],
		'nobody',
	),
];

/** Checks of the door for sealed requests, each removed. */
const door = (check: string, ...edit: readonly [from: string, to: string]): Mutant => ({
	...{ check, file: 'server/src/http/sealed-door.ts', edits: [edit] },
	tests: ['server/src/http/sealed-door.test.ts'],
});
const DOOR: readonly Mutant[] = [
	door('a sealed request heard before', 'heard.has(name) || ', ''),
	door(
		...([
			'a sealed request of another time',
			'Math.abs(now() - time) <= SIGNED_TOLERANCE &&',
		] as const),
		'',
	),
	door('a request sealed before the start', ' && time > deps.since', ''),
	door('a sealed request that leads out of the API', "url.pathname.startsWith('/api/') &&", ''),
	door(
		'a sealed request that leads to its own door',
		'!/^\\/api\\/sealed\\//.test(url.pathname)',
		'true',
	),
];

export const DIRECTORY_MUTANTS: readonly Mutant[] = [...CLIENT, ...SERVER, ...DOOR];
