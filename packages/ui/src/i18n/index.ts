export { LANGUAGE_NAMES, LANGUAGES, type Language, languageOf } from './language.ts';
export { type BothLanguages, defineMessages, type Messages, type MessageTree } from './messages.ts';
export { type PluralForms, plural } from './plural.ts';
