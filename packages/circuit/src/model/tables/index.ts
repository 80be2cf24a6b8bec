export * from './catalogue-columns.ts';
export * from './catalogue-import.ts';
export * from './csv.ts';
export * from './import-lines.ts';
export * from './order-import.ts';
export * from './order-tables.ts';
export * from './table.ts';
