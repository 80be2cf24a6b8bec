export { type AccessPolicy, type Grant, grantOf, scopeOf, type Wish } from './access.ts';
export type { CallIdentity } from './answers.ts';
export { DEFAULT_CONFIG, type EngineConfig } from './config.ts';
export type {
	Caller,
	Committed,
	Engine,
	Maintenance,
	MaintenanceReport,
	Opened,
	Operation,
	Pulled,
	PulledThread,
	ThreadWish,
} from './contract.ts';
export type { DocumentSource, LiveDocument } from './document-source.ts';
export { createEngine, type EngineDeps } from './engine.ts';
export type { EngineEvent } from './engine-event.ts';
export type { Attachment } from './files/attachment.ts';
export type {
	FileLink,
	FileRequest,
	Files,
	Preloaded,
	PreloadRequest,
	ReadableFile,
	UploadState,
	WantedRange,
} from './files/contract.ts';
export type { ClearDescriptor, FileDescriptor } from './files/descriptor.ts';
export { FRAMEWORK_TYPES } from './framework-types.ts';
export type { DeferRequest, OperationContext, SettableStatus } from './operation-context.ts';
export {
	isThere,
	type OrganisationAbout,
	type OrganisationSettings,
	type StoredSettings,
	settingsToStored,
	storedToSettings,
} from './organisation.ts';
export { type OutgoingDocument, rowToOutgoing } from './outgoing.ts';
export { type KeptContent, placesOf, readyContent } from './places.ts';
export type { Cursor, Page } from './pull.ts';
export type { QuotaState, Quotas } from './quotas/quotas.ts';
export type { Limits, Usage } from './quotas/usage.ts';
export type { OrganisationSizes, TypeSize } from './sizes.ts';
export type {
	DeferredTask,
	HeldTask,
	RecurringTask,
	TaskCounts,
	TaskEnd,
	Tasks,
} from './tasks/contract.ts';
export { broughtForward, revivedTask } from './tasks/task-changes.ts';
export { SITE, TASK_TYPE, type TaskData, type TaskRecord } from './tasks/task-type.ts';
