export { circuitApplication } from './application.ts';
export {
	DEMONSTRATION_ROLES,
	type DemonstrationEntry,
	seedDemonstration,
} from './demonstration.ts';
export { type Difference, selfCheck, selfCheckDirectories } from './self-check.ts';
