import type { Catalogue, DocumentType } from '@navette/model';
import { USAGE_TYPE } from './quotas/usage.ts';
import { TASK_TYPE } from './tasks/task-type.ts';

/** Types that the engine itself reads and writes, in every organisation. */
export const FRAMEWORK_TYPES: readonly DocumentType[] = [TASK_TYPE, USAGE_TYPE];

/** A catalogue with the types of the engine, whether it was told of them or not. */
export const withFrameworkTypes = (catalogue: Catalogue): Catalogue => ({
	...catalogue,
	documents: new Map([
		...catalogue.documents,
		...FRAMEWORK_TYPES.map((type) => [type.name, type] as const),
	]),
});
