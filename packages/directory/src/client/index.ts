export type { AliasPhrases } from './alias-keys.ts';
export type { DirectoryClientDeps, DirectoryWire, Fault } from './directory-client-deps.ts';
export type { Identity } from './identity.ts';
export { type LoginRequest, login } from './login.ts';
export { createPin, type PinProfile, type PinTry, tryPin } from './pin.ts';
export { declineOffer, lookAtOffer, type Registration, register } from './register.ts';
export type { Sheet, SheetHead } from './sheet.ts';
export { newLinkSecret, type SponsorSecret } from './sponsor-secret.ts';
