import type { CommitNotice, NoticeBus } from '@navette/storage';
import type { Dice } from '../dice.ts';
import type { Life } from '../life.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Weather } from '../weather.ts';

/** What is on its way between servers: commits, and up to where rights had moved then. */
export interface BusMessage {
	readonly commits: readonly CommitNotice[];
	/** By organisation of which they moved rights, index of the rights as of these commits. */
	readonly rights: ReadonlyMap<string, number>;
}

/** The bus between all servers. */
export interface SimulatedBus {
	/** The end of one run of a server. `heard` is called before its listeners are. */
	join(end: {
		readonly name: string;
		readonly life: Life;
		readonly rightsNow: (commits: readonly CommitNotice[]) => BusMessage['rights'];
		readonly heard: (rights: BusMessage['rights']) => void;
	}): NoticeBus;
}

const withoutDocuments = (commit: CommitNotice): CommitNotice => ({
	...commit,
	threads: commit.threads.map(({ documents: _, ...change }) => change),
});

interface Member {
	readonly name: string;
	readonly life: Life;
	hear(message: BusMessage): void;
	doubt(): void;
}

/** A gap is seen by the next message or pulse, a server that fell silent after some pulses, ms. */
const NOTICED = { gap: 5_000, silence: 20_000 } as const;

/**
 * A server hears its own commits at once, those of others later; what one server published stays in
 * order, but between servers there is no order. `lose` says what is lost on the
 * way: a server notices it a while later, and that another one died.
 */
export const createSimulatedBus = (deps: {
	readonly scheduler: Scheduler;
	readonly dice: Dice;
	readonly weather: Weather;
	readonly lose: () => boolean;
}): SimulatedBus => {
	const { scheduler, dice, weather, lose } = deps;
	const members = new Set<Member>();
	const lastAt = new Map<string, number>();

	const doubtSoon = (to: Member, why: keyof typeof NOTICED): void => {
		scheduler.after(dice.between(1, NOTICED[why]), `doubt ${to.name}`, () => {
			if (!to.life.isOver()) to.doubt();
		});
	};

	const send = (from: string, to: Member, message: BusMessage) => {
		if (lose()) return doubtSoon(to, 'gap');
		const line = `${from}>${to.name}`;
		const at = Math.max(lastAt.get(line) ?? 0, scheduler.now() + dice.between(1, weather.delay));
		lastAt.set(line, at);
		const commits = weather.busCarriesDocuments
			? message.commits
			: message.commits.map(withoutDocuments);
		scheduler.after(at - scheduler.now(), `bus ${line}`, () => {
			if (!to.life.isOver()) to.hear({ ...message, commits });
		});
	};

	return {
		join({ name, life, rightsNow, heard }) {
			const listeners = new Set<(commits: readonly CommitNotice[]) => void>();
			const doubters = new Set<() => void>();
			const self: Member = {
				name,
				life,
				hear(message) {
					heard(message.rights);
					for (const listener of [...listeners]) listener(message.commits);
				},
				doubt() {
					for (const tell of [...doubters]) tell();
				},
			};
			members.add(self);
			life.onEnd(() => {
				if (members.delete(self)) for (const other of members) doubtSoon(other, 'silence');
			});
			return {
				publish(commits) {
					if (commits.length === 0 || life.isOver()) return;
					const message = { commits, rights: rightsNow(commits) };
					for (const member of members)
						if (member === self) self.hear(message);
						else send(name, member, message);
				},
				listen(listener) {
					listeners.add(listener);
					return () => listeners.delete(listener);
				},
				doubt(tell) {
					doubters.add(tell);
					return () => doubters.delete(tell);
				},
				async close() {
					members.delete(self);
				},
			};
		},
	};
};
