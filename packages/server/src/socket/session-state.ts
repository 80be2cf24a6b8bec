import type { Failure, Log, Observer, Random, Timers } from '@navette/core';
import type { Caller } from '@navette/engine';
import type { Account, Version } from '@navette/model';
import type { Greeted } from '../access/caller-of.ts';
import type { SignedRequests } from '../access/signed-request.ts';
import type { Dispatcher } from '../dispatcher.ts';
import type { ServerEvent } from '../observation/server-event.ts';
import type { Rates } from '../rate.ts';
import type { Service } from '../service.ts';
import type { Inbound } from './inbound.ts';
import type { Listeners } from './listeners.ts';
import type { Outbound } from './outbound.ts';
import type { SessionSubscriptions } from './session-subscriptions.ts';
import type { SocketLimits } from './socket-limits.ts';
import type { SocketEvents } from './socket-port.ts';
import type { Subscription } from './subscription.ts';

/** What a session may see since rights moved. */
export interface RightsMoved {
	/** References of threads that are lost. */
	readonly lost: readonly string[];
	/** References of threads of which something else is seen. */
	readonly changed: readonly string[];
	/** The account, as it is now. */
	readonly account: Account;
	/** Whether it was the account that moved them. */
	readonly isMover: boolean;
}

/** One socket, from its greeting to its end. */
export interface Session extends SocketEvents {
	readonly org: string;
	/** Nobody, before the greeting. */
	readonly caller: Caller;
	readonly subscriptions: ReadonlyMap<string, Subscription>;
	/**
	 * Tells a change already encoded (`true`); a socket that does not drain gets the latest version
	 * later.
	 */
	tell(subscription: Subscription, version: Version, frame: Uint8Array): boolean;
	/** Ends it: its access is no more. */
	refuse(failed: Failure): void;
	/** The time of the organisation, ms: told at once when its clock was moved. */
	timeIs(now: number): void;
	/** Tells it what its rights are now, where they are others. */
	rightsMoved(moved: RightsMoved): void;
	/** Ends it: the server stops. */
	goAway(): void;
}

export interface SessionDeps {
	readonly service: Service;
	readonly dispatcher: Dispatcher;
	readonly listeners: Listeners<Session>;
	readonly rates: Rates;
	/** Checks signed greetings. */
	readonly signed: SignedRequests;
	readonly timers: Timers;
	readonly random: Random;
	readonly log: Log;
	readonly observer: Observer<ServerEvent>;
	readonly limits: SocketLimits;
	readonly now: () => number;
	/** Asks again what a session may see. */
	readonly review: (session: Session) => void;
	/** Told when a session is over. */
	readonly ended: (session: Session) => void;
}

/** What the steps of a session share. */
export interface State extends Session {
	readonly deps: SessionDeps;
	readonly inbound: Inbound;
	readonly outbound: Outbound;
	readonly held: SessionSubscriptions;
	readonly address: string;
	/** Set by the greeting. Who it is is asked each time: ten thousand answers are not kept. */
	greeted: Greeted | undefined;
	/** Its rights in words, as last asked: other words are told, whatever it listens to. */
	rights: string;
	/** What the organisation adds to the clock of the machine, ms, as last heard. */
	clockOffset: number;
	beats: number;
	/** How often its rights were asked again. */
	reviews: number;
	/** A thread was refused or withdrawn: it may be given back. */
	wasRefused: boolean;
	/** What a session signs to greet here, once it named itself. */
	nonce: string | undefined;
	/** Stops what waits for the greeting, then what beats. */
	stopTimer: (() => void) | undefined;
	/** Whether it is counted among the open sockets of its organisation. */
	isCounted: boolean;
}
