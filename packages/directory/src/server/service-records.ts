import { bytesToBase64Url, err, type Failure, failure, ok, type Result } from '@navette/core';
import { sign } from '@navette/crypto';
import type { OperationContext } from '@navette/engine';
import {
	anybody,
	defineOperation,
	defineReport,
	done,
	isAdministrator,
	type OperationDefinition,
	type ReportDefinition,
} from '@navette/server';
import * as v from 'valibot';
import {
	HostingDeclare,
	hostingValues,
	type OperatorData,
	OperatorName,
	ServiceDeclare,
	ServiceFind,
	type SignedHosting,
	type SignedService,
	serviceValues,
} from '../model/index.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { isSignedBy } from './proof.ts';

const KEY = 'A'.repeat(43);
const SERVICE = {
	...{ service: 'circuit', operator: 'coop', url: 'https://coop.example' },
	...{ signKey: KEY, sealKey: 'A'.repeat(1622), status: 'open' as const },
	...{ text: '', about: 'Orders of food', rev: 1, signature: 'A'.repeat(86) },
};
const HOSTING = {
	...{ service: 'circuit', org: 'north', operator: 'coop', status: 'open' as const },
	...{ text: '', label: 'North', about: '', rev: 1, signature: 'A'.repeat(86) },
};

/** Refuses what is not the next revision: what was declared before is worth nothing again. */
const isNext = (known: { readonly rev: number } | undefined, rev: number): Result<null, Failure> =>
	rev === (known?.rev ?? 0) + 1 ? ok(null) : err(failure('E-RECORD', { rev: known?.rev ?? 0 }));

const isDeclaredBy = async (
	context: OperationContext,
	operator: string,
	values: Parameters<typeof isSignedBy>[2],
	signature: string,
): Promise<boolean> => {
	const named = await context.read<OperatorData>('OPERATOR', { operator });
	return named !== undefined && isSignedBy(named.key, 'nv/directory', values, signature);
};

const nameOperator = defineOperation({
	name: 'operator.name',
	about: 'Names an operator by the key that signs what it declares; again, with another key.',
	input: OperatorName,
	example: { operator: 'coop', key: KEY, label: 'The cooperative' },
	who: (account) => (isAdministrator(account) ? undefined : failure('E-RIGHT')),
	async handler(context, { operator, ...data }) {
		const stored: OperatorData = data;
		await context.write('OPERATOR', { operator }, stored);
		return done;
	},
});

const declareService = ({ signingKey }: DirectoryDeps): OperationDefinition =>
	defineOperation({
		name: 'service.declare',
		about: 'Declares a service, or its next revision; signed by its operator.',
		input: ServiceDeclare,
		example: SERVICE,
		public: true,
		who: anybody,
		async handler(context, { signature, ...record }) {
			const { service, operator, rev } = record;
			const said = serviceValues(context.org, record);
			if (!(await isDeclaredBy(context, operator, said, signature))) return err(failure('E-PROOF'));
			const known = await context.read<SignedService>('SERVICE', { service, operator });
			const next = isNext(known, rev);
			if (!next.ok) return next;
			const at = context.now;
			const recorded = serviceValues(context.org, record, at);
			const own = bytesToBase64Url(await sign(signingKey, 'nv/directory', recorded));
			const stored: SignedService = { ...record, at, signature: own };
			await context.write('SERVICE', { service, operator }, stored);
			return ok({ rev });
		},
	});

const declareHosting = ({ signingKey }: DirectoryDeps): OperationDefinition =>
	defineOperation({
		name: 'hosting.declare',
		about:
			'Declares who hosts an organisation, signed by who hosts it now: by it alone is it handed on.',
		input: HostingDeclare,
		example: HOSTING,
		public: true,
		who: anybody,
		async handler(context, { signature, ...record }) {
			const { service, org, operator, rev } = record;
			const known = await context.read<SignedHosting>('HOSTING', { service, org });
			const said = hostingValues(context.org, record);
			const by = known?.operator ?? operator;
			if (!(await isDeclaredBy(context, by, said, signature))) return err(failure('E-PROOF'));
			const next = isNext(known, rev);
			if (!next.ok) return next;
			if (!(await context.read('SERVICE', { service, operator }))) return err(failure('E-SERVICE'));
			const at = context.now;
			const recorded = hostingValues(context.org, record, at);
			const own = bytesToBase64Url(await sign(signingKey, 'nv/directory', recorded));
			const stored: SignedHosting = { ...record, at, signature: own };
			await context.write('HOSTING', { service, org }, stored);
			return ok({ rev });
		},
	});

const list = defineReport({
	name: 'service.list',
	about: 'Every service, signed by the directory.',
	input: v.strictObject({}),
	example: {},
	public: true,
	who: anybody,
	async handler(source) {
		const services = await source.list<SignedService>('SERVICE');
		return ok({ services: services.map(({ data }) => data) });
	},
});

const find = defineReport({
	name: 'service.find',
	about: 'Who hosts an organisation of a service, and where; both signed by the directory.',
	input: ServiceFind,
	example: { service: 'circuit', org: 'north' },
	public: true,
	who: anybody,
	async handler(source, { service, org }) {
		const hosting = await source.read<SignedHosting>('HOSTING', { service, org });
		const operator = hosting?.operator ?? '';
		const found = hosting && (await source.read<SignedService>('SERVICE', { service, operator }));
		return found ? ok({ hosting, service: found }) : err(failure('E-SERVICE'));
	},
});

/** The service directory: what operators declare, and the directory signs. */
export const serviceOperations = (deps: DirectoryDeps): readonly OperationDefinition[] => [
	...[nameOperator, declareService(deps), declareHosting(deps)],
];
export const serviceReports: readonly ReportDefinition[] = [list, find];
