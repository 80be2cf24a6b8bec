import type { Engine } from '@navette/engine';
import type { Session } from './session-state.ts';

/**
 * Asks again what a session may see, and tells it what it lost and of what it now sees something
 * else. Subscriptions whose first pull is under way read again.
 */
export const reviewSession = async (engine: Engine, session: Session): Promise<void> => {
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
	session.rightsMoved(lost, changed);
};
