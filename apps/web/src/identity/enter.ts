import type { WireError } from '@navette/client';
import { systemRandom } from '@navette/core';
import { createPin, type Fault, type Identity, login } from '@navette/directory/client';
import type { EntryDone } from '@navette/directory/ui';
import { bringSheetRights, ownSeed, writeInSheet } from '../access/sheet-rights.ts';
import { signKeyAt } from '../access/sign-key.ts';
import { takeUp } from '../access/take-up.ts';
import type { AppDevice } from '../device/app-device.ts';
import { strangerAt } from '../device/open-access.ts';
import { deviceName } from '../news/device-name.ts';
import { findDirectory, type SiteDirectory } from './find-directory.ts';
import type { OwnIdentity } from './own-identity.ts';
import { keptPinOf, pinDeviceOf } from './pin-book.ts';

/** Where the sheet keeps the key of a profile of a device. */
const baseName = (id: string): string => `profile:${id}`;

const bookOf = (device: AppDevice) => {
	const state = device.state.get();
	return state.kind === 'open' ? state.holding.book : undefined;
};

/** The key of the open profile goes into the sheet, so that a code opens it too. */
const keepBaseKey = (device: AppDevice, identity: Identity) =>
	device.withKey(async (id, bytes) => {
		const copy = bytes.slice();
		await identity.changeSheet((sheet) => ({
			...sheet,
			kept: { ...sheet.kept, [baseName(id)]: copy },
		}));
	});

const CODE_NOT_SET: WireError = {
	...{ code: 'E-OFFLINE', saved: false, retry: 'later' },
	sentence: {
		fr: 'Votre identité est faite, mais le code n’a pas pu être posé. Posez-le sur votre fiche, « Code de cet appareil ».',
		en: 'Your identity is made, but the code could not be set. Set it on your sheet, “Code of this device”.',
	},
};

/**
 * Somebody entered by phrases: the device is as was answered, the rights of the sheet come here. Answers
 * why the right that was offered is not kept.
 */
export const settle = async (
	device: AppDevice,
	own: OwnIdentity,
	deps: SiteDirectory,
	{ identity, phrases, device: answer, offered }: EntryDone,
): Promise<WireError | undefined> => {
	const state = device.state.get();
	let notSet = false;
	if (state.kind === 'open' && state.holding.kind === 'none') {
		const { name } = answer;
		const pair = [phrases.first, phrases.second];
		const isKept =
			answer.kind === 'personal' &&
			(await device.createProfile({ name: name.trim(), strict: false, phrases: pair })).ok;
		if (isKept) await keepBaseKey(device, identity);
		else await device.openAnonymous();
		if (isKept && answer.code !== '')
			notSet = (await setCode(device, deps, identity, answer.code)) !== undefined;
	}
	const book = bookOf(device);
	await own.enter(deps, identity, book);
	if (!book) return undefined;
	await bringSheetRights(book, identity);
	if (offered) {
		const { org, secret: token } = offered;
		const seed = ownSeed(identity, org);
		const known = await book.findAt({ org });
		const taken = await takeUp(
			strangerAt(location.origin),
			{ org, token },
			{ known, own: seed, signKey: await signKeyAt(location.origin) },
		);
		if (!taken.ok) return taken.error;
		if (!taken.value.held) return notSet ? CODE_NOT_SET : undefined;
		await book.keep(taken.value);
		await writeInSheet(identity, taken.value, offered.label);
	}
	return notSet ? CODE_NOT_SET : undefined;
};

const OLD_SHEET: WireError = {
	...{ code: 'E-FORGED', saved: false, retry: 'never' },
	sentence: {
		fr: 'Votre profil est ouvert, mais l’annuaire a donné une fiche qui n’est pas celle que cet appareil a vue : plus ancienne, ou d’une autre histoire. Elle est refusée. Prévenez qui tient le serveur.',
		en: 'Your profile is open, but the directory gave a sheet that is not the one this device saw: older, or of another history. It is refused. Tell whoever runs the server.',
	},
};

/**
 * After a profile was opened by its phrases: the same person enters the directory, where it answers.
 * Answers why the sheet that it gave is refused, if it is.
 */
export const enterToo = async (
	device: AppDevice,
	own: OwnIdentity,
	[first = '', second = '']: readonly string[],
): Promise<WireError | undefined> => {
	const deps = await findDirectory();
	if (!deps.ok) return undefined;
	const label = deviceName(navigator.userAgent);
	const phrases = { first, second };
	const book = bookOf(device);
	const seen = await book?.head();
	const known = seen ? { known: seen } : {};
	const entered = await login(deps.value, { phrases, label, kind: 'personal', ...known });
	if (!entered.ok)
		return ['rollback', 'fork', 'forged'].includes(entered.error.kind) ? OLD_SHEET : undefined;
	if (!book) return undefined;
	await own.enter(deps.value, entered.value, book);
	await bringSheetRights(book, entered.value);
	return undefined;
};

/** Somebody entered by a code: the profile opens by the key that the sheet keeps. */
export const openByCode = async (
	device: AppDevice,
	own: OwnIdentity,
	deps: SiteDirectory,
	identity: Identity,
	local: string,
): Promise<void> => {
	const bytes = identity.sheet().kept[baseName(local)];
	if (!(bytes instanceof Uint8Array)) return;
	const opened = await device.openProfileWith(local, bytes.slice());
	if (!opened.ok) return;
	const book = bookOf(device);
	await own.enter(deps, identity, book);
	const pins = await device.pins();
	const kept = (await pins.list()).find((one) => one.local === local);
	if (kept) await pins.keep({ ...kept, hasFailed: false, head: { ...identity.head() } });
	if (book) await bringSheetRights(book, identity);
};

/** Sets a code on the open profile; answers why not. */
export const setCode = async (
	device: AppDevice,
	deps: SiteDirectory,
	identity: Identity,
	pin: string,
): Promise<Fault | undefined> =>
	device.withKey(async (local) => {
		const [secret, seed] = [systemRandom.bytes(32), systemRandom.bytes(32)];
		const keys = await pinDeviceOf(secret.slice(), seed.slice());
		const about = { ...keys, label: deviceName(navigator.userAgent) };
		const made = await createPin(deps, identity, pin, about);
		if (!made.ok) return made.error;
		await keepBaseKey(device, identity);
		const kept = keptPinOf(made.value, local, secret, seed);
		await (await device.pins()).keep({ ...kept, head: { ...identity.head() } });
		return undefined;
	});
