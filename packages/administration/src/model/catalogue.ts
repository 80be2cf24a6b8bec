import { type Catalogue, createCatalogue } from '@navette/model';
import { ACCESS_THREAD, ACCESS_TYPE } from '@navette/server/model';

const checked = createCatalogue([ACCESS_TYPE], [ACCESS_THREAD]);
if (!checked.ok) throw new Error(checked.error.join('\n'));

/** What an administrator's device holds: the accesses of the organisation. */
export const administrationCatalogue: Catalogue = checked.value;

/** The thread of accesses. */
export const ACCESSES = 'ACCESS/';
