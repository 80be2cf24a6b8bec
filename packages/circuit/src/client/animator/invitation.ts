/** The initials proposed for a name: `Ana Pinto` → `AP`, `Zoé` → `ZO`; 2 to 4 letters, or none. */
export const proposedInitials = (name: string): string => {
	const words = name.split(/[^\p{L}]+/u).filter((word) => word !== '');
	const [first = ''] = words;
	const letters =
		words.length > 1 ? words.map((word) => [...word][0] ?? '') : [...first].slice(0, 2);
	const found = letters.slice(0, 4).join('').toLocaleUpperCase();
	return found.length < 2 ? '' : found;
};

/** Whether initials may be kept: 2 to 4 letters. */
export const areInitials = (text: string): boolean => /^\p{L}{2,4}$/u.test(text);

/** What is asked to write to several people at once: their addresses are not shown to each other. */
export const writeToAll = (mails: readonly string[]): string =>
	`mailto:?bcc=${mails.map((one) => encodeURIComponent(one)).join(',')}`;
