export { CallAnswer, FrameAnswer } from './answer.ts';
export { Call, Frame } from './call.ts';
export { WireDocument, WireFile } from './document.ts';
export {
	type ErrorCatalogue,
	type ErrorEntry,
	failureToWire,
	mergeCatalogues,
} from './error-catalogue.ts';
export { FileAddress, PreloadedFile, PreloadFile, ReadFile, UploadedFile } from './file.ts';
export { type FrameworkErrorCode, frameworkErrors } from './framework-errors.ts';
export { GrantedRight, grantedValues } from './granted-right.ts';
export {
	Digest,
	FileId,
	Name,
	OperationId,
	OrgCode,
	PathText,
	Reference,
	TypeName,
	VersionNumber,
} from './identifiers.ts';
export { LIMITS, PROTOCOL_VERSION } from './limits.ts';
export { WireNotice } from './notice.ts';
export {
	OpenAnswer,
	OpenRequest,
	PullAnswer,
	PulledThread,
	PullRequest,
	RefusedThread,
	ThreadRequest,
} from './pull.ts';
export { SealedAnswer, SealedRequest, sealedContext, sealedPath } from './sealed.ts';
export { ClientFrame, Hello, ServerFrame } from './socket.ts';
export { Retry, Sentence, WireError } from './wire-error.ts';
