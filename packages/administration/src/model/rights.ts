import { err, ok, type Result } from '@navette/core';
import type { Right } from '@navette/model';

/** `CO/dupleix.3`, `ADM` */
export const rightText = ({ usage, subject }: Right): string =>
	subject === '' ? usage : `${usage}/${subject}`;

const RIGHT = /^([A-Z]{2,8})(?:\/([^\s/,;]{1,200}))?$/;

/** Rights as somebody types them, apart by spaces, commas or semicolons; the error is the first that is not one. */
export const parseRights = (typed: string): Result<readonly Right[], string> => {
	const words = typed.split(/[\s,;]+/).filter((word) => word !== '');
	const rights: Right[] = [];
	for (const word of new Set(words)) {
		const [, usage, subject = ''] = RIGHT.exec(word) ?? [];
		if (usage === undefined) return err(word);
		rights.push({ usage, subject, power: 1 });
	}
	return rights.length > 0 && rights.length <= 50 ? ok(rights) : err('');
};
