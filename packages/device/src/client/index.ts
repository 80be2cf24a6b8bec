export { createIdleWatch, type IdleWatch } from './idle-watch.ts';
export type { KeyHolder } from './key-holder.ts';
export type { Profile } from './profile.ts';
export { createProfileList } from './profile-list.ts';
export { createProfiles, type OpenFault, type OpenProfile, type Profiles } from './profiles.ts';
export {
	createSleepLock,
	MIN_CODE_LENGTH,
	type SleepLock,
	type WakeFault,
} from './sleep-lock.ts';
export type { Stretcher } from './stretcher.ts';
