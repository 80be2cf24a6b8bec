import type { DocumentType } from '@navette/model';

/** A letter of each shape there was. */
export interface LetterOne {
	readonly text: string;
	readonly to: string;
}
export interface LetterTwo {
	readonly text: string;
	readonly recipients: readonly string[];
}
export interface LetterThree {
	readonly paragraphs: readonly string[];
	readonly recipients: readonly string[];
}

const toTwo = (data: unknown): LetterTwo => {
	const { text, to } = data as LetterOne;
	return { text, recipients: [to] };
};

const toThree = (data: unknown): LetterThree => {
	const { text, recipients } = data as LetterTwo;
	return { paragraphs: text.split('\n\n'), recipients };
};

/** A type that changed twice, as a program of each time knew it: shape 1, 2 or 3. */
export const letterOfShape = (shape: 1 | 2 | 3): DocumentType => ({
	name: 'LETTER',
	key: ['n'],
	threads: ['LETTERS'],
	sealing: 'clear',
	shape,
	...(shape === 1 ? {} : { upgrades: shape === 2 ? [toTwo] : [toTwo, toThree] }),
});
