import type { WatchOptions } from '@navette/client';

/** Which chat: of a delivery, of its distribution in a group, of a group, of a groupement. */
export type ChatPlace =
	| { readonly type: 'CHL'; readonly gp: string; readonly livr: string }
	| { readonly type: 'CHD'; readonly gp: string; readonly livr: string; readonly gc: string }
	| { readonly type: 'CHCO'; readonly gc: string }
	| { readonly type: 'CHPR'; readonly gp: string };

/** Key text of the document of a chat. */
export const chatId = (place: ChatPlace): string => {
	switch (place.type) {
		case 'CHL':
			return `${place.gp}.${place.livr}`;
		case 'CHD':
			return `${place.gp}.${place.livr}.${place.gc}`;
		case 'CHCO':
			return place.gc;
		case 'CHPR':
			return place.gp;
	}
};

/** One text per chat: `CHL/bocage.20250614`. */
export const chatName = (place: ChatPlace): string => `${place.type}/${chatId(place)}`;

/** The thread that carries a chat, and which of its documents to listen to. */
export const chatThread = (
	place: ChatPlace,
): { readonly path: string; readonly options: WatchOptions } => {
	const { type } = place;
	if (type === 'CHCO' || type === 'CHPR')
		return { path: `${type}/${chatId(place)}`, options: { types: [type] } };
	const filters = type === 'CHD' ? { filters: { CHD: { gc: place.gc } } } : {};
	return { path: `CHL/${place.gp}`, options: { types: [type], ...filters } };
};

/** Below the role: `chats/CHL/bocage/20250614`. */
export const chatPath = (place: ChatPlace): string =>
	['chats', place.type, ...chatId(place).split('.')].join('/');

/** The chat of an address; `undefined` when a part is missing. */
export const chatPlaceOf = (
	type: string,
	[first, second, third]: readonly (string | undefined)[],
): ChatPlace | undefined => {
	if (!first) return undefined;
	if (type === 'CHCO') return { type, gc: first };
	if (type === 'CHPR') return { type, gp: first };
	if (type === 'CHL' && second) return { type, gp: first, livr: second };
	return type === 'CHD' && second && third
		? { type, gp: first, livr: second, gc: third }
		: undefined;
};
