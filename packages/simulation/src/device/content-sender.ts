import { bytesToSource, type Session } from '@navette/client';
import { bytesToBase64Url } from '@navette/core';
import type { Dice } from '../dice.ts';
import { hold } from '../violation.ts';

interface Box {
	readonly board: string;
	readonly n: string;
}

/** What a person does with contents: sends them, and goes on with one that was cut. */
export interface ContentSender {
	send(
		session: Session,
		box: Box,
		content: Uint8Array,
		fill: (input: object) => Promise<void>,
	): Promise<void>;
}

/** Never a reason to refuse what is sent here. */
const IMPOSSIBLE = ['E-DIGEST', 'E-INPUT', 'E-SIZE', 'E-MEDIA', 'E-BODY', 'E-ROUTE'];

export const createContentSender = (dice: Dice): ContentSender => {
	/** What was begun and not ended, whether the application lived on or not. */
	const begun = new Map<string, { readonly box: Box; readonly content: Uint8Array }>();

	return {
		async send(session, box, content, fill) {
			const [unfinished] = begun;
			const goesOn = unfinished !== undefined && dice.chance(0.6);
			const fid = goesOn ? unfinished[0] : bytesToBase64Url(dice.random.bytes(16));
			const sent = goesOn ? unfinished[1] : { box, content };
			begun.set(fid, sent);
			const source = bytesToSource(sent.content);
			const done = await session.sendFile({ type: 'BOX', key: { ...sent.box }, source, fid });
			if (!done.ok) {
				const { code } = done.error;
				hold(!IMPOSSIBLE.includes(code), 'defect', () => `a content is refused: ${code}`);
				if (done.error.retry !== 'later') begun.delete(fid);
				return;
			}
			begun.delete(fid);
			const { size, digest } = done.value;
			await fill({ ...sent.box, file: { fid, name: dice.pick(['a', 'b']), size, digest } });
		},
	};
};
