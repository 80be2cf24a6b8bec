import { bytesToBase64Url, err, failure, ok } from '@navette/core';
import { sign } from '@navette/crypto';
import type { DocumentSource } from '@navette/engine';
import { defineTask, type LastWrite, type TaskDefinition } from '@navette/server';
import * as v from 'valibot';
import {
	type SignedHosting,
	type SignedService,
	type SponsorAnswer,
	type SponsorData,
	SponsorMail,
	sponsorAnswerValues,
} from '../model/index.ts';
import { announce } from './announce.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { halfMail } from './half-mail.ts';

const OfferKey = v.strictObject({ user: v.string(), sponsorship: v.string() });
type OfferKey = v.InferOutput<typeof OfferKey>;

/** The answer to an offer, with where it is to be told; `undefined` when there is nothing to tell. */
const readAnswer = async (source: DocumentSource, key: OfferKey) => {
	const offer = await source.read<SponsorData>('SPONSOR', key);
	const { callback, status } = offer ?? {};
	if (!offer || !callback || status === 'waiting' || offer.told !== undefined) return ok(undefined);
	const { service, org } = callback;
	const hosting = await source.read<SignedHosting>('HOSTING', { service, org });
	const operator = hosting?.operator ?? '';
	const at = await source.read<SignedService>('SERVICE', { service, operator });
	return at ? ok({ offer, callback, url: at.url }) : err(failure('E-SERVICE'));
};

const signedAnswer = async (
	{ signingKey }: DirectoryDeps,
	directory: string,
	{ sponsorship }: OfferKey,
	offer: SponsorData,
	to: Readonly<Record<'org' | 'service', string>>,
): Promise<SponsorAnswer> => {
	const told = {
		...{
			directory,
			sponsorship,
			answer: offer.status === 'accepted' ? ('accepted' as const) : ('declined' as const),
		},
		...{ user: offer.registered ?? null, text: offer.answer ?? '', at: offer.answered ?? 0 },
	};
	const signature = await sign(signingKey, 'nv/sponsor', sponsorAnswerValues(to, told));
	return { ...told, signature: bytesToBase64Url(signature) };
};

/** Tells a callback how an offer was answered, until it hears; its operation runs once. */
const tell = (deps: DirectoryDeps): TaskDefinition =>
	defineTask({
		name: 'sponsor.tell',
		about: 'Tells the service that offered somebody to register how the offer was answered.',
		input: OfferKey,
		async handler(run, key) {
			const read = await run.read((source) => readAnswer(source, key));
			if (!read.ok || !read.value) return read.ok ? ok(undefined) : read;
			const { offer, callback, url } = read.value;
			const { org, accepted, declined } = callback;
			const message = await signedAnswer(deps, run.org, key, offer, callback);
			const name = offer.status === 'accepted' ? accepted : declined;
			const status = await deps.post(
				`${url}/api/${org}/call/${name}`,
				{ 'operation-id': `told-${key.sponsorship}-${offer.answered ?? 0}` },
				message,
				run.signal,
			);
			if (status === undefined || status === 429 || status >= 500)
				return err(failure('E-UNREACHED'));
			if (status !== 200) return err(failure('E-CALLBACK', { status }));
			return ok(async (context) => {
				const kept = await context.read<SponsorData>('SPONSOR', key);
				if (kept) await context.write('SPONSOR', key, { ...kept, told: context.now });
				return ok(null);
			});
		},
	});

/** Takes an offer away once it expired, or long after it was answered. */
const forget = ({ random }: DirectoryDeps): TaskDefinition =>
	defineTask({
		name: 'sponsor.forget',
		about: 'Takes away an offer to register that expired, or that was answered long ago.',
		input: OfferKey,
		handler: (_run, key) =>
			ok(async (context) => {
				const offer = await context.read<SponsorData>('SPONSOR', key);
				const isHers = (await context.read('USER', { user: key.user })) !== undefined;
				await context.remove('SPONSOR', key);
				if (offer?.status === 'waiting' && isHers)
					await announce(context, random, key.user, { kind: 'offer-expired', label: '' });
				return ok(null);
			}),
	});

/** Whom the mail of an offer is for; those recorded by an earlier version do not name the offer. */
const MailAsked = v.strictObject({ ...SponsorMail.entries, offer: v.optional(OfferKey) });

/** Notes on an offer what became of its mail; a sponsor who has an identity is told of a refusal. */
const noteMail =
	({ random }: DirectoryDeps, key: OfferKey, mail: 'refused' | 'taken'): LastWrite =>
	async (context) => {
		const offer = await context.read<SponsorData>('SPONSOR', key);
		if (!offer) return ok(null);
		await context.write('SPONSOR', key, { ...offer, mail });
		const isHers = (await context.read('USER', { user: key.user })) !== undefined;
		if (mail === 'refused' && isHers)
			await announce(context, random, key.user, { kind: 'mail-refused', label: '' });
		return ok(null);
	};

/** Refused for good, the task is done: the offer says so, and trying again would change nothing. */
const mail = (deps: DirectoryDeps): TaskDefinition =>
	defineTask({
		name: 'sponsor.mail',
		about: 'Sends half of a code by mail.',
		input: MailAsked,
		async handler({ id, signal }, { offer, ...asked }) {
			const outcome = await deps.mail({ id, to: asked.to, ...halfMail(asked) }, signal);
			if (outcome === 'later') return err(failure('E-UNREACHED'));
			return ok(offer ? noteMail(deps, offer, outcome) : undefined);
		},
	});

/** What follows from offers, once they are durable. */
export const sponsorTasks = (deps: DirectoryDeps): readonly TaskDefinition[] => [
	...[tell(deps), forget(deps), mail(deps)],
];
