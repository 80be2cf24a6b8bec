/** What a screen may know of the framework's own application: it runs in browsers too. */
export {
	ACCESS_THREAD,
	ACCESS_TYPE,
	type AccessData,
	ADMINISTRATOR,
} from './access/access-types.ts';
export type {
	ActivityReport,
	ShownTask,
	SizesReport,
	UpkeepReport,
} from './administration/figures.ts';
