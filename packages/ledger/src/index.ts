export {
	type DeviceOp,
	type DeviceState,
	deviceRules,
	type LedgerDevice,
} from './devices/device-rules.ts';
export { foundDevices } from './devices/found-devices.ts';
export { type Entry, ledgerIdOf, MAX_ENTRY, parseEntry } from './entry.ts';
export { type EpochPlace, type EpochRing, epochKeyHash, sealEpochKey } from './epoch-keys.ts';
export { foundGroup, type GroupChoice } from './group/found-group.ts';
export { type ObjectFault, openObject, sealObject } from './group/group-object.ts';
export type { GroupOp, GroupRotation } from './group/group-op.ts';
export { groupRules } from './group/group-rules.ts';
export {
	type Epoch,
	type GroupState,
	hasRight,
	type InvitationMode,
	keyHoldersOf,
	type Member,
	managersOf,
	presentEpoch,
	RIGHTS,
	type Right,
	type Standing,
	WRITES_PER_EPOCH,
} from './group/group-state.ts';
export { completesInvitation, MAX_MEMBERS } from './group/invite.ts';
export { makeRotation } from './group/make-rotation.ts';
export {
	allObjects,
	type ObjectIndex,
	objectOf,
	type WrittenObject,
} from './group/object-index.ts';
export { openRing } from './group/open-ring.ts';
export { checkHead, checkHeads, type Head, type HeadBook } from './heads.ts';
export {
	createIdentity,
	drawSeeds,
	type ExpectedIdentity,
	type Identity,
	type IdentitySeeds,
	type IdentityType,
	type OwnIdentity,
	openIdentity,
	parseIdentity,
} from './identity.ts';
export {
	appendEntry,
	type EntryFacts,
	type ExpectedLedger,
	type Founded,
	headOf,
	type Ledger,
	openLedger,
	replayLedger,
	writeEntry,
} from './ledger.ts';
export type { LedgerFault } from './ledger-fault.ts';
export type { LedgerRules, WrittenOp } from './ledger-rules.ts';
export { openEntry, sealEntry } from './sealed-entry.ts';
