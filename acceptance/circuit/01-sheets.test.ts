/**
 * Point 1: sheets, links and accesses, with the directories derived from them, through the public
 * interface of a real server on SQLite.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { ConsumersDirectory, GroupSheet } from '@navette/circuit/model';
import {
	claimRight,
	createWebTransport,
	offerKeysOf,
	type PhraseStretcher,
	presentRights,
	secretOfPhrase,
} from '@navette/client';
import { bytesToBase64Url, systemRandom } from '@navette/core';
import { generateSigningKey, type SigningKey, stretch } from '@navette/crypto';
import { CHEAP_STRETCH } from '@navette/crypto/testing';
import { CHICKEN, LIVR, ORANGES } from '../../packages/circuit/src/server/testing/scenario.ts';
import { type Circuit, withCircuit } from '../first-light/support/circuit-server.ts';
import { personAt } from '../first-light/support/person.ts';
import { accepted, bounded, cartonOf, dataOf, OURS, put, refusedAs } from './support/asks.ts';

const cheap: PhraseStretcher = (words, salt, purpose) =>
	stretch(words, salt, purpose, CHEAP_STRETCH);
const tokenOf = (name: string): string => `given-to-${name}-0123456789`;
const hashOf = (name: string): string => createHash('sha256').update(tokenOf(name)).digest('hex');
const secret = (name: string) => ({ lab: name, hash: hashOf(name) });
/** Somebody who was given a secret. */
const guest = (circuit: Circuit, name: string, right: string) =>
	personAt(circuit.url, 'circuit', tokenOf(name), right);

const directoryOf = async (
	circuit: Circuit,
	name: 'adele' | 'bruno' | 'animator',
): Promise<ConsumersDirectory> => dataOf(await circuit.as(name).pull('RGC/'), 'RC', 'dupleix');
const card = (circuit: Circuit, name: Parameters<Circuit['as']>[0], type: string, input: object) =>
	circuit.as(name).call('FicheMaj', { type, ...input });

test(
	'1. sheets: each changes his own, managers what is not kept from them, helpers nothing',
	bounded,
	withCircuit(async (circuit) => {
		const own = { id: 'dupleix.2' };
		accepted(
			await card(circuit, 'adele', 'FCO', {
				...own,
				conf: { tels: 2, mails: 0 },
				contact: { mails: ['adele@dupleix.example'] },
			}),
		);
		refusedAs(await card(circuit, 'bruno', 'FCO', { ...own, carte: { nom: 'x' } }), 'E-DROIT');
		refusedAs(await card(circuit, 'helper', 'FCO', { ...own, carte: { nom: 'x' } }), 'E-DROIT');
		refusedAs(await card(circuit, 'agora', 'FCO', { ...own, carte: { nom: 'x' } }), 'E-DROIT');
		refusedAs(await card(circuit, 'animator', 'FCO', { ...own, conf: { tels: 0 } }), 'E-DROIT');
		refusedAs(await card(circuit, 'animator', 'FCO', { ...own, contact: { tels: [] } }), 'E-DROIT');
		refusedAs(
			await card(circuit, 'animator', 'FCO', { id: 'dupleix.99', carte: { nom: 'x' } }),
			'E-VIDE',
		);
		refusedAs(await card(circuit, 'animator', 'FCO', { ...own, st: 'clos' }), 'E-DROIT');
		refusedAs(
			await card(circuit, 'animator', 'FGC', { id: 'dupleix', par: { archJ: 20 } }),
			'E-DROIT',
		);
		refusedAs(await card(circuit, 'animator', 'FGC', { id: 'dupleix', st: 'clos' }), 'E-DROIT');
		refusedAs(await card(circuit, 'adele', 'FCO', { ...own, conf: { mails: 2 } }), 'E-JOINDRE');
		// Two people, two fields: both stay.
		await Promise.all([
			card(circuit, 'adele', 'FCO', { ...own, carte: { tx: 'Végétarienne' } }),
			card(circuit, 'animator', 'FCO', { ...own, carte: { lieu: 'rue Dupleix' } }),
		]);
		const { cos } = await directoryOf(circuit, 'bruno');
		assert.deepEqual(cos[2]?.carte, {
			...{ nom: 'Adèle', init: 'AD', tx: 'Végétarienne', lieu: 'rue Dupleix' },
		});
		assert.deepEqual(
			[cos[2]?.contact.tels, cos[2]?.contact.mails],
			[[], ['adele@dupleix.example']],
		);
		assert.deepEqual((await directoryOf(circuit, 'animator')).cos[2]?.contact.tels, []);
		assert.equal((await directoryOf(circuit, 'adele')).cos[2]?.contact.tels.length, 1);
	}),
);

test(
	'1. other initials, no initials at all: what producers see of an order follows, and sums stay',
	bounded,
	withCircuit(async (circuit) => {
		accepted(await put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 4 }));
		const detail = async () =>
			(await cartonOf(circuit, 'poultry', '1')).lignes['1']?.det?.map(({ init }) => init);
		assert.deepEqual(await detail(), ['AD']);
		accepted(await card(circuit, 'adele', 'FCO', { id: 'dupleix.2', carte: { init: 'ADL' } }));
		assert.deepEqual(await detail(), ['ADL']);
		accepted(await put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 2 }));
		accepted(await card(circuit, 'animator', 'FGC', { id: 'dupleix', par: { detPr: false } }));
		assert.equal(await detail(), undefined);
		accepted(await put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 0 }));
		assert.deepEqual(await circuit.drift(LIVR), []);
	}),
);

test(
	'1. a consumer is created with a secret, enters, is blocked, leaves',
	bounded,
	withCircuit(async (circuit) => {
		const animator = circuit.as('animator');
		const create = (input: object, by = animator) =>
			by.call('CoCreer', { gc: 'dupleix', carte: { nom: 'Inès', init: 'IN' }, ...input });
		const contact = { tels: [], mails: ['ines@dupleix.example'] };
		refusedAs(await create({}), 'E-JOINDRE');
		refusedAs(await create({ contact }, circuit.as('helper')), 'E-DROIT');
		refusedAs(await create({ contact }, circuit.as('agora')), 'E-DROIT');
		refusedAs(await create({ contact, co: '3' }), 'E-DEJA');
		refusedAs(await create({ contact, co: '1' }), 'E-DEJA');
		const made = accepted(await create({ contact, acces: secret('Ines') }));
		assert.deepEqual(made, { co: '8' });
		const ines = guest(circuit, 'Ines', 'CO/dupleix.8');
		const order = (q2: number) => ines.call('CmdLigne', { ...OURS, co: '8', prod: ORANGES, q2 });
		accepted(await order(2));
		const status = (st: number, by = animator) =>
			by.call('CoStatut', { gc: 'dupleix', co: '8', st, raison: 'Cotisation' });
		refusedAs(await status(1, circuit.as('helper')), 'E-DROIT');
		assert.deepEqual(accepted(await status(1)), { st: 1, avant: { st: 0 } });
		refusedAs(await order(4), 'E-BLOQUE');
		const before = { st: 1, raison: 'Cotisation' };
		assert.deepEqual(accepted(await status(2)), { st: 2, avant: before }, 'to be taken back');
		assert.equal(await ines.open('CHCO/dupleix'), undefined, 'not even the chat');
		refusedAs(
			await ines.call('FicheMaj', { type: 'FCO', id: 'dupleix.8', carte: { nom: 'x' } }),
			'E-BLOQUE',
		);
		accepted(await status(0));
		accepted(await order(4));
	}),
);

test(
	'1. accesses: given on a sheet by whose it is, withdrawn at once, the last main one stays',
	bounded,
	withCircuit(async (circuit) => {
		const give = (name: Parameters<Circuit['as']>[0], input: object) =>
			circuit.as(name).call('AccesDonner', { type: 'FGC', id: 'dupleix', ...input });
		const withdraw = (name: Parameters<Circuit['as']>[0], lab: string) =>
			circuit.as(name).call('AccesRetirer', { type: 'FGC', id: 'dupleix', lab });
		refusedAs(await give('helper', secret('Nora')), 'E-DROIT');
		refusedAs(await give('agora', secret('Nora')), 'E-DROIT');
		refusedAs(await give('bocage', secret('Nora')), 'E-DROIT');
		accepted(await give('animator', { ...secret('Nora'), pw: 2 }));
		refusedAs(await give('animator', { ...secret('Nora'), pw: 1 }), 'E-DEJA');
		const nora = guest(circuit, 'Nora', 'GC/dupleix');
		accepted(
			await nora.call('ChatEcrire', { chat: { type: 'CHCO', gc: 'dupleix' }, tx: 'Bonjour' }),
		);
		refusedAs(
			await nora.call('AccesDonner', { type: 'FGC', id: 'dupleix', ...secret('Y') }),
			'E-DROIT',
		);
		accepted(await give('animator', secret('Main')));
		refusedAs(await withdraw('animator', 'Main'), 'E-DERNIER');
		refusedAs(await withdraw('animator', 'Nobody'), 'E-VIDE');
		accepted(await withdraw('animator', 'Nora'));
		const after = await nora.call('ChatEcrire', {
			chat: { type: 'CHCO', gc: 'dupleix' },
			tx: 'Encore',
		});
		assert.equal(after.status, 401);
		// One person, two roles: the second is added to what her secret gives.
		accepted(
			await circuit
				.as('bocage')
				.call('AccesDonner', { type: 'FPR', id: 'bocage.2', ...secret('Main') }),
		);
		const main = guest(circuit, 'Main', 'GC/dupleix');
		assert.ok((await main.open('CHCO/dupleix')) && (await main.open('CMDPR/bocage.2')));
		const shown = accepted<GroupSheet>(
			await circuit.as('animator').report('Lire', { type: 'FGC', id: 'dupleix' }),
		);
		assert.ok(!JSON.stringify(shown).includes(hashOf('Main')), 'no hash leaves the server');
	}),
);

test(
	'1. an access offered by a phrase: taken up once, seen as taken, withdrawn at once with its right; it expires',
	bounded,
	withCircuit(async (circuit) => {
		const animator = circuit.as('animator');
		const sheet = { type: 'FCO', id: 'dupleix.4' };
		const offer = async (phrase: string, input: object = {}, by = animator) => {
			const secret = await secretOfPhrase(cheap, 'circuit', phrase);
			const keys = await offerKeysOf(secret);
			assert.ok(keys);
			const cle = bytesToBase64Url(keys.accept.publicKey);
			const asked = { ...sheet, lab: 'Léa', offre: keys.offer, cle, ...input };
			return { secret, answer: await by.call('AccesOffrir', asked) };
		};
		const stranger = {
			transport: createWebTransport({ baseUrl: circuit.url }),
			...{ clock: circuit.clock, random: systemRandom },
		};
		const claim = async (secret: string, holder: SigningKey) => {
			const claimed = await claimRight(stranger, 'circuit', secret, holder);
			return claimed.ok ? claimed.value : claimed.error.code;
		};
		const newKey = () => generateSigningKey({ random: systemRandom });
		const shown = async () =>
			accepted<{ acces: { lab: string; pris?: true; hash: string }[] }>(
				await animator.report('Lire', sheet),
			).acces.map(({ lab, pris, hash }) => [lab, pris, hash]);

		refusedAs((await offer('one two', {}, circuit.as('helper'))).answer, 'E-DROIT');
		refusedAs((await offer('one two', {}, circuit.as('agora'))).answer, 'E-DROIT');
		const lost = await offer('one two three');
		accepted(lost.answer);
		const { secret, answer } = await offer('four five six');
		accepted(answer);
		assert.equal(await claim(lost.secret, await newKey()), 'E-OFFER', 'replaced by the second');
		refusedAs((await offer('four five six', { lab: 'Théo' })).answer, 'E-DEJA');
		assert.deepEqual(await shown(), [['Léa', undefined, '-']]);

		const [holder, thief] = [await newKey(), await newKey()];
		const taken = await claim(secret, holder);
		assert.ok(typeof taken !== 'string');
		assert.deepEqual(taken.rights, [{ usage: 'CO', subject: 'dupleix.4', power: 1 }]);
		assert.equal(await claim(secret, thief), 'E-OFFER', 'once');
		assert.deepEqual(await shown(), [['Léa', true, '-']]);
		refusedAs((await offer('seven eight')).answer, 'E-DEJA');
		const present = async () =>
			presentRights(stranger, {
				...{ org: 'circuit', rights: [taken.right], holder, key: await newKey() },
				...{ label: 'phone', kind: 'personal' },
			});
		assert.ok((await present()).ok);
		accepted(await animator.call('AccesRetirer', { ...sheet, lab: 'Léa' }));
		const after = await present();
		assert.equal(!after.ok && after.error.code, 'E-TOKEN');
		assert.equal(await claim(secret, holder), 'E-OFFER', 'not even by who had it');
		assert.deepEqual(await shown(), []);

		const late = await offer('nine ten', { jours: 2 });
		accepted(late.answer);
		circuit.clock.advance(2 * 86_400_000);
		assert.equal(await claim(late.secret, holder), 'E-OFFER', 'too late');
	}),
);

test(
	'1. an administrator creates a group and a groupement; a link takes both, each may stop it',
	bounded,
	withCircuit(async (circuit) => {
		const admin = circuit.as('admin');
		const carte = { nom: 'Groupe du Canal', init: 'CA' };
		refusedAs(await circuit.as('bocage').call('GcCreer', { gc: 'canal', carte }), 'E-DROIT');
		refusedAs(await circuit.as('bocage').call('GpCreer', { gp: 'vallee', carte }), 'E-DROIT');
		accepted(await admin.call('GcCreer', { gc: 'canal', carte, acces: secret('Cleo') }));
		refusedAs(await admin.call('GcCreer', { gc: 'canal', carte }), 'E-DEJA');
		accepted(await admin.call('GpCreer', { gp: 'vallee', carte, acces: secret('Vic') }));
		const cleo = guest(circuit, 'Cleo', 'GC/canal');
		const vic = guest(circuit, 'Vic', 'GP/vallee');
		const link = { gc: 'canal', gp: 'vallee' };
		refusedAs(await vic.call('LienAccepter', link), 'E-LIEN');
		refusedAs(await circuit.as('animator').call('LienProposer', link), 'E-DROIT');
		assert.deepEqual(accepted(await cleo.call('LienProposer', link)), {
			gc: 'actif',
			gp: 'demande',
		});
		assert.equal(await cleo.open('CALGP/vallee'), undefined, 'one side is not enough');
		assert.deepEqual(accepted(await vic.call('LienAccepter', link)), { gc: 'actif', gp: 'actif' });
		assert.ok(await cleo.open('CALGP/vallee'));
		accepted(await vic.call('PrCreer', { gp: 'vallee', carte: { nom: 'Ruche', init: 'RU' } }));
		accepted(await cleo.call('LienSuspendre', link));
		assert.equal(await guest(circuit, 'Cleo', 'GC/canal').open('CALGP/vallee'), undefined);
		accepted(await cleo.call('LienAccepter', link));
		accepted(await admin.call('FicheMaj', { type: 'FGC', id: 'canal', st: 'clos' }));
		refusedAs(await cleo.call('LienSuspendre', link), 'E-LIEN');
	}),
);
