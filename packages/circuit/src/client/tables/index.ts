export * from './export-file.ts';
export * from './import-file.ts';
