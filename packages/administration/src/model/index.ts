export { type AccessRow, findAccesses } from './accesses.ts';
export { type Minute, type Scale, scaleFor, summaryOf } from './bars.ts';
export { ACCESSES, administrationCatalogue } from './catalogue.ts';
export { parseRights, rightText } from './rights.ts';
