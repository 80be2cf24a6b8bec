import type { Log, Timers } from '@navette/core';
import { createMemoryNoticeBus } from './memory/memory-notice-bus.ts';
import type { NoticeBus } from './notice-bus.ts';
import { noticesToTexts, textToNotices } from './notice-text.ts';

/** How often a server says up to where it has told the others, ms. */
export const PULSE_MS = 5_000;
/** A server that says nothing for so many pulses is no more; what it told last may be lost. */
const SILENT_PULSES = 3;

/** What carries texts between servers: it may lose some, and never changes their order. */
export interface NoticeCarrier {
	/** Longest text, bytes of UTF-8. */
	readonly limit: number;
	/** Sends them, or not: the receivers notice. */
	send(texts: readonly string[]): void;
}

/** The end of a bus on one server: numbers what it sends, and doubts when a number is missing. */
export interface NoticeRelay {
	readonly bus: Omit<NoticeBus, 'close'>;
	/** A text came from anybody on the bus. */
	received(text: string): void;
	/** Texts may have been lost: the connection was away. */
	interrupted(): void;
	/** Says goodbye; nothing is heard any more. */
	close(): Promise<void>;
}

/** Another server, as heard. */
interface Peer {
	/** Number of its last message. */
	seen: number;
	silentPulses: number;
}

/**
 * Makes a bus of a carrier that may lose texts. Each server numbers its messages, and repeats the last
 * number in a pulse; a gap, a server that falls silent without a goodbye, and a connection that was
 * away raise a doubt, at most `SILENT_PULSES + 1` pulses late.
 */
export const createNoticeRelay = (deps: {
	/** Random name of this end. */
	readonly origin: string;
	readonly carrier: NoticeCarrier;
	readonly timers: Timers;
	readonly log: Log;
}): NoticeRelay => {
	const { origin, carrier, timers, log } = deps;
	const local = createMemoryNoticeBus({ log });
	const doubters = new Set<{ readonly tell: () => void }>();
	const peers = new Map<string, Peer>();
	let sent = 0;
	let isClosed = false;

	const doubt = (why: string): void => {
		log.info('notices-doubted', { why });
		for (const { tell } of [...doubters]) tell();
	};

	const say = (kind: 'pulse' | 'bye'): void => carrier.send([JSON.stringify([kind, origin, sent])]);

	const heardNumber = (from: string, number: number, isMessage: boolean): void => {
		const peer = peers.get(from);
		if (!peer) {
			peers.set(from, { seen: number, silentPulses: 0 });
			// the first ever heard of it: what it told before may have been for this end
			if (number > (isMessage ? 1 : 0)) doubt('joined');
			return;
		}
		const next = isMessage ? peer.seen + 1 : peer.seen;
		peer.silentPulses = 0;
		peer.seen = Math.max(peer.seen, number);
		if (number > next) doubt('gap');
	};

	const receivedSign = (text: string): boolean => {
		const [, kind, from, number] = /^\["(pulse|bye)","([0-9a-f]+)",(\d+)\]$/.exec(text) ?? [];
		if (kind === undefined || from === undefined) return false;
		if (from === origin) return true;
		heardNumber(from, Number(number), false);
		if (kind === 'bye') peers.delete(from);
		return true;
	};

	const stopPulse = timers.every(PULSE_MS, () => {
		say('pulse');
		for (const [name, peer] of peers) {
			peer.silentPulses++;
			if (peer.silentPulses <= SILENT_PULSES) continue;
			peers.delete(name);
			doubt('silent');
		}
	});

	return {
		bus: {
			publish(commits) {
				if (isClosed || commits.length === 0) return;
				local.publish(commits);
				const { texts, lost } = noticesToTexts(origin, () => ++sent, commits, carrier.limit);
				if (lost > 0) log.warn('notices-too-long', { threads: lost });
				carrier.send(texts);
			},
			listen: local.listen,
			doubt(tell) {
				const doubter = { tell };
				doubters.add(doubter);
				return () => {
					doubters.delete(doubter);
				};
			},
		},
		received(text) {
			if (isClosed || receivedSign(text)) return;
			const message = textToNotices(text);
			if (!message.ok) {
				log.warn('notices-not-understood', { bytes: text.length });
				return;
			}
			if (message.value.origin === origin) return;
			heardNumber(message.value.origin, message.value.number, true);
			local.publish(message.value.commits);
		},
		interrupted: () => doubt('interrupted'),
		async close() {
			if (isClosed) return;
			isClosed = true;
			stopPulse();
			say('bye');
			doubters.clear();
			await local.close();
		},
	};
};
