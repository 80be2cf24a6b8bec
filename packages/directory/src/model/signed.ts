import { utf8ToBytes } from '@navette/core';
import { hash } from '@navette/crypto';
import type { Alias, Register } from './messages.ts';

/** Values that are signed, the same where they are made and where they are checked. */
const digest = (text: string) => hash('nv/body', utf8ToBytes(text));
const aliasValues = ({ lookup, slot, loginKey, wrap }: Alias) =>
	[lookup, slot, loginKey, digest(wrap)] as const;

export const acceptValues = (
	org: string,
	answer: 'accepted' | 'declined',
	about: { readonly sponsorship: string; readonly user?: string; readonly text: string },
) => [org, answer, about.sponsorship, about.user ?? null, about.text] as const;

export const registerValues = (org: string, asked: Omit<Register, 'acceptance' | 'signature'>) =>
	[
		...[org, 'register', asked.sponsorship, asked.user],
		asked.aliases.map(aliasValues),
		digest(asked.sheet),
	] as const;

export const aliasReplaceValues = (org: string, user: string, alias: Alias) =>
	[org, 'alias', user, aliasValues(alias)] as const;

/** `directory` is the pinned key: what was signed for one directory opens nothing at another. */
export const loginValues = (
	org: string,
	directory: string,
	asked: {
		readonly lookup: string;
		readonly challenge: string;
		readonly session: string;
		readonly kind: string;
	},
) => [org, directory, asked.lookup, asked.challenge, asked.session, asked.kind] as const;

export const pinTryValues = (
	org: string,
	{ profile, attempt, blinded }: Readonly<Record<'profile' | 'attempt' | 'blinded', string>>,
) => [org, profile, attempt, blinded] as const;

export const pinConfirmValues = (
	org: string,
	{ profile, attempt, session }: Readonly<Record<'profile' | 'attempt' | 'session', string>>,
) => [org, profile, attempt, session] as const;
