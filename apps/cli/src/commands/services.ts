import { operatorKeyOf, serviceKeysOf } from '@navette/app-server/derived-keys';
import { bytesToBase64Url, err, ok, type Result } from '@navette/core';
import { declaredHosting, declaredService } from '@navette/directory/client';
import { type ServiceStatus, SignedHosting, SignedService } from '@navette/directory/model';
import * as v from 'valibot';
import { type DirectoryDoor, directoryDoor } from '../directory-door.ts';
import { columns, type Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { type OpenedSite, withSite } from '../with-site.ts';

/** What is common to a service and to the hosting of an organisation. */
export interface DeclareOptions {
	readonly operator: string;
	readonly status: ServiceStatus;
	/** Says why, when the status is not `open`. */
	readonly text: string;
	readonly about: string;
}

const Listed = v.object({ services: v.array(SignedService) });
const Found = v.object({ hosting: SignedHosting });

const withDirectory = (
	terminal: Terminal,
	work: (door: DirectoryDoor, site: OpenedSite) => Promise<Outcome>,
): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const door = await directoryDoor(terminal, site);
		return door.ok ? work(door.value, site) : door;
	});

const readServices = async (
	door: DirectoryDoor,
): Promise<Result<readonly v.InferOutput<typeof SignedService>[], string>> => {
	const asked = await door.ask('service.list', {});
	if (!asked.ok) return asked;
	const listed = v.safeParse(Listed, asked.value);
	return listed.success
		? ok(listed.output.services)
		: err('The directory answered something else than services.');
};

/** `navette service list` */
export const listServices = (terminal: Terminal): Promise<Outcome> =>
	withDirectory(terminal, async (door) => {
		const services = await readServices(door);
		if (!services.ok) return services;
		const rows = services.value.map(({ service, operator, url, status, rev, about }) => [
			...[`${service}@${operator}`, status, url, String(rev), about],
		]);
		const lines =
			rows.length > 0
				? columns([['service', 'status', 'address', 'revision', 'about'], ...rows])
				: ['No service is declared yet.'];
		return ok({ json: services.value, lines });
	});

/** `navette service key`: what an administrator of the directory names this site's operator by. */
export const showOperatorKey = (terminal: Terminal): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const key = bytesToBase64Url((await operatorKeyOf(site.keys)).publicKey);
		return ok({ json: { key }, lines: [key] });
	});

/** `navette service operator`: names an operator by a key, this site's own when none is given. */
export const nameOperator = (
	terminal: Terminal,
	operator: string,
	{ label, key: given }: { readonly label: string; readonly key: string | undefined },
): Promise<Outcome> =>
	withDirectory(terminal, async (door, site) => {
		if (!site.directory)
			return err('Operators are named where the directory is hosted: run this there, with --key.');
		const key = given ?? bytesToBase64Url((await operatorKeyOf(site.keys)).publicKey);
		const named = await door.call('operator.name', { operator, key, label });
		if (!named.ok) return named;
		return ok({
			json: { operator, key, label },
			lines: [`"${operator}" declares its services by the key ${key}.`],
		});
	});

/** `navette service declare`: a service of this site, or its next revision. */
export const declareService = (
	terminal: Terminal,
	service: string,
	{ url, ...options }: DeclareOptions & { readonly url: string },
): Promise<Outcome> =>
	withDirectory(terminal, async (door, { keys }) => {
		const known = await readServices(door);
		if (!known.ok) return known;
		const { operator } = options;
		const before = known.value.find((one) => one.service === service && one.operator === operator);
		const rev = (before?.rev ?? 0) + 1;
		const record = { ...options, ...(await serviceKeysOf(keys, service)), service, url, rev };
		const input = await declaredService(door.org, record, await operatorKeyOf(keys));
		const declared = await door.call('service.declare', input);
		if (!declared.ok) return declared;
		const line = `${service}@${operator} is ${options.status} at ${url} (revision ${rev}).`;
		return ok({ json: record, lines: [line] });
	});

/** What the directory says of an organisation; `undefined` = nothing. */
const findHosting = async (door: DirectoryDoor, service: string, org: string) => {
	const asked = await door.ask('service.find', { service, org });
	if (!asked.ok) return asked;
	const found = v.safeParse(Found, asked.value);
	return ok(found.success ? found.output.hosting : undefined);
};

/** What is to be said anew of an organisation that the directory knows; its name stays. */
export interface HostChange {
	readonly status: ServiceStatus;
	readonly text: string;
	/** Who hosts it from now on. */
	readonly to?: string | undefined;
}

/** Refuses an operator who has not declared a service: he cannot be given an organisation of it. */
export const expectService = (
	terminal: Terminal,
	service: string,
	operator: string,
): Promise<Outcome> =>
	withDirectory(terminal, async (door) => {
		const known = await readServices(door);
		if (!known.ok) return known;
		return known.value.some((one) => one.service === service && one.operator === operator)
			? ok({ json: {}, lines: [] })
			: err(`"${operator}" has not declared ${service} to the directory. Nothing was changed.`);
	});

/** Declares the next revision of who hosts an organisation, and whether it may be used. */
export const changeHost = (
	terminal: Terminal,
	service: string,
	org: string,
	{ to, ...change }: HostChange,
): Promise<Outcome> =>
	withDirectory(terminal, async (door, { keys }) => {
		const found = await findHosting(door, service, org);
		if (!found.ok) return found;
		if (!found.value)
			return err(
				`The directory knows no "${org}" of ${service}: "navette service host" declares it. Nothing was changed.`,
			);
		const { label, about, rev, operator } = found.value;
		const record = { label, about, service, org, ...change };
		const next = { ...record, operator: to ?? operator, rev: rev + 1 };
		const input = await declaredHosting(door.org, next, await operatorKeyOf(keys));
		const declared = await door.call('hosting.declare', input);
		if (!declared.ok) return declared;
		const line = `The directory says that "${org}" of ${service} is hosted by ${next.operator}, ${next.status}.`;
		return ok({ json: next, lines: [line] });
	});

/** `navette service host`: says that this site hosts an organisation, or hands it to another operator. */
export const declareHost = (
	terminal: Terminal,
	service: string,
	org: string,
	{ label, to, ...options }: DeclareOptions & { readonly label: string; readonly to?: string },
): Promise<Outcome> =>
	withDirectory(terminal, async (door, { keys }) => {
		const found = await findHosting(door, service, org);
		if (!found.ok) return found;
		const rev = (found.value?.rev ?? 0) + 1;
		const record = { ...options, operator: to ?? options.operator, label, service, org, rev };
		const input = await declaredHosting(door.org, record, await operatorKeyOf(keys));
		const declared = await door.call('hosting.declare', input);
		if (!declared.ok) return declared;
		const line = `"${org}" of ${service} is hosted by ${record.operator}, ${record.status} (revision ${rev}).`;
		return ok({ json: record, lines: [line] });
	});
