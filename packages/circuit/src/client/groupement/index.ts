export * from './general-products.ts';
export * from './loading.ts';
export * from './tour-matrix.ts';
export * from './tours.ts';
