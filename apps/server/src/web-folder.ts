import path from 'node:path';

/** Built web application, beside this one. */
export const WEB = path.resolve(import.meta.dirname, '../../web/dist');
