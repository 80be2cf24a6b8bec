export * from './figures.ts';
export * from './pace.ts';
