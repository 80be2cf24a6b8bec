export * from './build-print.ts';
export * from './paginate.ts';
export * from './print-data.ts';
export * from './print-document.ts';
export { printWords } from './print-words.ts';
