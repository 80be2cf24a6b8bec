export * from './preparation.ts';
