import { randomBytes } from 'node:crypto';

/** Words that are nowhere else, to be found wherever they go. */
export const word = (): string => `zq${randomBytes(9).toString('hex')}`;

/** What nobody but the person may read, ever: phrases, PINs, keys, sealed sheets, device stores. */
export const typed = {
	'first phrase, first half': `${word()} in the orchard`,
	'first phrase, second half': `${word()} keeps the gate`,
	'second phrase, first half': `${word()} on the river`,
	'second phrase, second half': `${word()} counts the boats`,
	PIN: word(),
	'preference of the sheet': word(),
	'comment of the sheet': word(),
	'phrase of the profile': `${word()} cheval agrafe pile`,
	'name of the profile': word(),
	'code of sleep': word(),
};

/** Tokens: shown with each request, kept by their hash. */
export const tokens = {
	consumer: word() + word(),
	animator: word() + word(),
	operator: word() + word(),
};

/** What people write in Circuit and in files: read by its server while it works, by nobody at rest. */
export const contents = {
	'name of a group': word(),
	'message of a chat': word(),
	'name of a file': `${word()}.txt`,
	'bytes of a file': word(),
};
