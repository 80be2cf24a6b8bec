export * from './tour-matrix.ts';
export * from './tours.ts';
