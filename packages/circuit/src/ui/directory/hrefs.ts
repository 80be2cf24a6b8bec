/** A telephone number as a link: signs that people type between digits are no part of it. */
export const phoneHref = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`;

export const mailHref = (address: string): string =>
	`mailto:${encodeURIComponent(address).replace('%40', '@')}`;

/** An address for whatever map the device has: nothing is asked of another site. */
export const mapHref = (address: string): string => `geo:0,0?q=${encodeURIComponent(address)}`;
