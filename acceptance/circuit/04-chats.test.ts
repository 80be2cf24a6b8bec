/**
 * Point 4: moderation (S14), and who says what in which chat, through the public interface of a real
 * server on SQLite.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Chat, type ChatItem, circuitNews } from '@navette/circuit/model';
import { LIVR } from '../../packages/circuit/src/server/testing/scenario.ts';
import { type Circuit, withCircuit } from '../first-light/support/circuit-server.ts';
import type { Answer, Person } from '../first-light/support/person.ts';
import { accepted, bounded, dataOf, go, OURS, refusedAs, TOUR } from './support/asks.ts';

const CHCO = { type: 'CHCO', gc: 'dupleix' };
const CHPR = { type: 'CHPR', gp: 'bocage' };
const CHL = { type: 'CHL', ...TOUR };
const CHD = { type: 'CHD', ...OURS };

const write = (person: Person, chat: object, tx: string, more: object = {}): Promise<Answer> =>
	person.call('ChatEcrire', { chat, tx, ...more });
const keyOf = (answer: Answer): string => accepted<{ item: ChatItem }>(answer).item.k;
const groupChat = async (person: Person): Promise<Chat> =>
	dataOf(await person.pull('CHCO/dupleix'), 'CHCO', 'dupleix');
/** Whether what a person sees of the chat would be told to a closed device, since a moment. */
const isTold = async (person: Person, since: number) =>
	circuitNews({
		account: { id: 'somebody', rights: [] },
		...{ thread: 'CHCO', type: 'CHCO', key: { gc: 'dupleix' } },
		...{ data: await groupChat(person), since },
	});

test(
	'4. S14 moderation: nothing to consumers while it waits, both once published, the reason to gp only',
	bounded,
	withCircuit(async (circuit) => {
		const bocage = circuit.as('bocage');
		const adele = circuit.as('adele');
		const animator = circuit.as('animator');
		const start = circuit.clock.now();
		const waiting = keyOf(await write(bocage, CHCO, 'Les agneaux sont comptés.'));
		assert.deepEqual((await groupChat(adele)).items, []);
		assert.equal(await isTold(adele, start), undefined);
		assert.equal((await groupChat(animator)).items[0]?.mod, 'att');
		assert.equal(await isTold(animator, start), 'news', 'a moderator is told');

		circuit.clock.set(start + 3_600_000);
		accepted(await animator.call('ChatModerer', { chat: CHCO, k: waiting }));
		assert.equal((await groupChat(adele)).items[0]?.tx, 'Les agneaux sont comptés.');
		// It was written before the consumer was last told: the instant of publication counts.
		assert.equal(await isTold(adele, start + 1_800_000), 'news');

		const refused = keyOf(await write(bocage, CHCO, 'Achetez tout !'));
		const motif = 'Pas de réclame ici.';
		accepted(await animator.call('ChatModerer', { chat: CHCO, k: refused, motif }));
		const own = (await groupChat(bocage)).items.find(({ k }) => k === refused);
		assert.deepEqual([own?.mod, own?.motif], ['ref', motif]);
		assert.equal((await groupChat(adele)).items.length, 1);
		refusedAs(await animator.call('ChatModerer', { chat: CHCO, k: refused }), 'E-CHAT');
	}),
);

test(
	'4. who writes where: published at once, waiting, or refused',
	bounded,
	withCircuit(async (circuit) => {
		const said = async (name: Parameters<Circuit['as']>[0], chat: object) => {
			const answer = await write(circuit.as(name), chat, 'Bonjour');
			return answer.error?.code ?? accepted<{ item: ChatItem }>(answer).item.mod;
		};
		const table = [
			['bocage', CHL, 'pub'],
			['animator', CHL, 'att'],
			['adele', CHL, 'E-DROIT'],
			['poultry', CHL, 'E-DROIT'],
			['far', CHL, 'E-LIEN'],
			['animator', CHD, 'pub'],
			['adele', CHD, 'pub'],
			['bocage', CHD, 'E-DROIT'],
			['gaelle', CHD, 'E-DROIT'],
			['adele', CHCO, 'pub'],
			['animator', CHCO, 'pub'],
			['bocage', CHCO, 'att'],
			['agora', CHCO, 'E-DROIT'],
			['poultry', CHCO, 'E-DROIT'],
			['bocage', { type: 'CHCO', gc: 'lointain' }, 'E-LIEN'],
			['bocage', CHPR, 'pub'],
			['poultry', CHPR, 'pub'],
			['animator', CHPR, 'att'],
			['adele', CHPR, 'E-DROIT'],
			['far', CHPR, 'E-LIEN'],
			['admin', CHCO, 'E-DROIT'],
		] as const;
		for (const [name, chat, expected] of table)
			assert.equal(await said(name, chat), expected, `${name} ${chat.type}`);
		go.archived(circuit);
		assert.equal(await said('bocage', CHL), 'E-ARCH');
		assert.equal(await said('animator', CHCO), 'pub', 'the chat of a group has no end');
	}),
);

test(
	'4. taken back within a day by its author, at any time by the moderator; urgent by who may',
	bounded,
	withCircuit(async (circuit) => {
		const adele = circuit.as('adele');
		const animator = circuit.as('animator');
		const mine = keyOf(await write(adele, CHD, 'Je viens à 10 h'));
		const erase = (person: Person, k: string) => person.call('ChatEffacer', { chat: CHD, k });
		refusedAs(await erase(circuit.as('bruno'), mine), 'E-DROIT');
		accepted(await erase(adele, mine));
		refusedAs(await erase(adele, mine), 'E-CHAT');
		const late = keyOf(await write(adele, CHD, 'Ou à 11 h'));
		circuit.clock.set(circuit.clock.now() + 86_400_001);
		refusedAs(await erase(adele, late), 'E-CHAT');
		accepted(await erase(animator, late));
		const chat = dataOf<Chat>(await adele.pull('CHL/bocage'), 'CHD', `bocage.${LIVR}.dupleix`);
		assert.deepEqual(
			chat.items.map(({ tx, sup }) => [tx, sup !== undefined]),
			[
				['', true],
				['', true],
			],
		);

		const place = keyOf(await write(animator, CHD, 'Le hangar est fermé : place du marché.'));
		const urgent = (person: Person, k: string) =>
			person.call('ChatUrgent', { chat: CHD, k, urg: true });
		refusedAs(await urgent(adele, place), 'E-DROIT');
		accepted(await urgent(animator, place));
		const theirs = keyOf(await write(adele, CHD, 'Merci'));
		refusedAs(await urgent(animator, theirs), 'E-DROIT');

		const draft = keyOf(await write(animator, CHL, 'Peut-on livrer plus tard ?'));
		accepted(await write(animator, CHL, 'Peut-on livrer à midi ?', { k: draft }));
		refusedAs(await write(circuit.as('agora'), CHL, 'Non', { k: draft }), 'E-DROIT');
		accepted(await circuit.as('bocage').call('ChatModerer', { chat: CHL, k: draft }));
		refusedAs(await write(animator, CHL, 'Trop tard', { k: draft }), 'E-CHAT');
		refusedAs(await animator.call('ChatModerer', { chat: CHL, k: draft }), 'E-DROIT');
	}),
);

test(
	'4. two people write and moderate at once: nothing is lost',
	bounded,
	withCircuit(async (circuit) => {
		const names = ['adele', 'bruno', 'chloe', 'animator'] as const;
		const all = await Promise.all(
			Array.from({ length: 40 }, (_, i) => {
				const name = names[i % names.length] ?? 'adele';
				return write(circuit.as(name), CHCO, `message ${i}`);
			}),
		);
		assert.equal(new Set(all.map(keyOf)).size, 40);
		const waiting = keyOf(await write(circuit.as('bocage'), CHCO, 'Attend'));
		const decide = (more: object) =>
			circuit.as('animator').call('ChatModerer', { chat: CHCO, k: waiting, ...more });
		const decided = await Promise.all([decide({}), decide({ motif: 'non' })]);
		assert.deepEqual(decided.map(({ error }) => error?.code ?? 'ok').toSorted(), ['E-CHAT', 'ok']);
		assert.equal((await groupChat(circuit.as('animator'))).items.length, 41);
	}),
);
