export type { AliasPhrases } from './alias-keys.ts';
export { declaredHosting, declaredService } from './declare.ts';
export type {
	DirectoryClientDeps,
	DirectoryStretcher,
	DirectoryWire,
	Fault,
} from './directory-client-deps.ts';
export { type FoundService, findService, type ServiceCache } from './find-service.ts';
export type { Identity } from './identity.ts';
export { believedServices, listServices } from './list-services.ts';
export { type LoginRequest, login } from './login.ts';
export { type OfferOptions, sponsorOffer } from './offer.ts';
export { createPin, type PinProfile, type PinTry, tryPin } from './pin.ts';
export {
	declineOffer,
	type LookedAtOffer,
	lookAtOffer,
	type Registration,
	register,
} from './register.ts';
export { openRescueFile, type RescueSheet, sealRescueFile } from './rescue-file.ts';
export { type RightSignature, signatureOf } from './right-signature.ts';
export type { FileFault } from './sealed-file.ts';
export type { Sheet, SheetHead } from './sheet.ts';
export { openSheetFile, sealSheetFile, withCopy } from './sheet-file.ts';
export { newCodeSecret, newLinkSecret, type SponsorSecret } from './sponsor-secret.ts';
