export * from './directory-entries.ts';
export { filledIn } from './filled-in.ts';
export * from './sheet-errors.ts';
export * from './sheet-form.ts';
export * from './sheet-settings.ts';
