import type { AccessPolicy } from '@navette/engine';
import type { Account } from '@navette/model';

/** Whether an account holds a usage on a subject. */
export const holds = (account: Account, usage: string, subject: string): boolean =>
	account.rights.some((right) => right.usage === usage && right.subject === subject);

const sizeOf = (data: unknown) => ({ size: (data as { text: string }).text.length });

/** Members see a board unless it is shut, guests their own notes, all of them how long notes are. */
export const boardPolicy: AccessPolicy = {
	async thread(source, account, { type, key }) {
		if (type === 'ALL') return { NOTE: { project: { name: 'size', apply: sizeOf } }, PART: {} };
		if (type === 'OWNER') return holds(account, 'OWN', key.owner ?? '') ? { NOTE: {} } : undefined;
		const board = key.board ?? '';
		if (await source.read('GATE', { board })) return undefined;
		if (holds(account, 'MEM', board)) return { NOTE: {}, PART: {}, CARD: {}, BOX: {} };
		return holds(account, 'GUEST', board)
			? { NOTE: { filters: [{ owner: account.id }] } }
			: undefined;
	},
	dependsOn: ['GATE'],
};
