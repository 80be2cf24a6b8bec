export { changeNewsBook, type NewsBook, readNewsBook } from './news-book.ts';
export {
	createNewsDevice,
	type NewsDevice,
	type NewsDeviceDeps,
	type NewsFault,
	type NewsWish,
} from './news-device.ts';
export { composeNews, type ShownNews, withShown } from './notification.ts';
export type { PushAbility, PushPlace, PushPlatform } from './push-platform.ts';
