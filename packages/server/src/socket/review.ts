import type { Engine } from '@navette/engine';
import type { Session } from './session-state.ts';

/** How an account that moved rights is named among those of all organisations. */
export const moverName = (org: string, account: string): string => `${org}/${account}`;

/**
 * Asks again what a session may see, and tells it what it lost and of what it now sees something
 * else. Subscriptions whose first pull is under way read again. Whoever moved rights is told on his
 * other devices too: it may be a session of his that he ended.
 */
export const reviewSession = async (
	engine: Engine,
	session: Session,
	movers: ReadonlySet<string>,
): Promise<void> => {
	for (const one of session.subscriptions.values()) one.review = one.thread === undefined;
	const known = [...session.subscriptions.values()].flatMap((subscription) =>
		subscription.thread ? [{ subscription, thread: subscription.thread }] : [],
	);
	const wishes = known.map(({ subscription, thread }) => ({
		path: thread.path,
		wish: subscription.wish,
	}));
	const grants = await engine.grants(session.org, session.caller, wishes);
	if (!grants.ok) return session.refuse(grants.error);
	session.timeIs(grants.value.now);
	const lost: string[] = [];
	const changed: string[] = [];
	for (const { subscription, thread } of known) {
		const grant = grants.value.threads.get(thread.path);
		if (!grant) lost.push(subscription.reference);
		else if (grant.scope !== thread.grant.scope) changed.push(subscription.reference);
		if (grant) subscription.thread = { path: thread.path, grant };
	}
	const { account } = grants.value;
	const isMover = movers.has(moverName(session.org, account.id));
	session.rightsMoved({ lost, changed, account, isMover });
};
