import { registerProfile } from '../stretch-profile.ts';

/** Tests only: 8 KiB, one pass. The check of floors refuses it in what is shipped. */
export const CHEAP_STRETCH = registerProfile({ memoryKiB: 8, passes: 1, lanes: 1 });
