export * from './animator/index.ts';
export * from './chats/index.ts';
export * from './consumer/index.ts';
export * from './documents.ts';
export * from './groupement/index.ts';
export * from './news-offers.ts';
export * from './producer/index.ts';
export * from './tables/index.ts';
