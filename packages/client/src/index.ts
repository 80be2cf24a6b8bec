export type { GrantedRight, WireError } from '@navette/protocol';
export { createSession } from './create-session.ts';
export { type Access, type Credential, credentialOf } from './credential.ts';
export type { Drafts } from './drafts.ts';
export type { FileToRead } from './files/file-reader.ts';
export type { FileToSend, SendFile, SentFile } from './files/file-sender.ts';
export { blobToSource, bytesToSource, type FileSource } from './files/file-source.ts';
export { type ExpectedRight, isGranted, lookAtRight } from './granted-right.ts';
export { refusalOfToken } from './known-token.ts';
export type { DraftView, LiveDraft } from './live-draft.ts';
export type { LiveReport, ReportView } from './live-report.ts';
export type { LiveDocument, LiveThread, ThreadView, WatchOptions } from './live-thread.ts';
export type { ThreadPlace } from './locate-threads.ts';
export type { NewsOffer, NewsOfferThread } from './news-offer.ts';
export type { Observable } from './observable.ts';
export {
	type ClaimedRight,
	claimRight,
	lookAtOfferedRight,
	type OfferedRight,
	offerKeysOf,
	type PhraseStretcher,
	secretOfPhrase,
	toldPhrase,
} from './offered-right.ts';
export { type OpenedSession, presentRights, type RightsPresentation } from './present-rights.ts';
export type { StrangerDeps } from './public-call.ts';
export { createSealedTransport, type SealedService } from './sealed-transport.ts';
export type { OutboxEntry, Session, SyncState } from './session.ts';
export type { Connectivity, SealedDocument, SessionOptions } from './session-options.ts';
export { createSessionSigner, type SessionSigner } from './session-signer.ts';
export { sendSigned } from './signed-request.ts';
export type { SocketHandlers, Transport, TransportAnswer, TransportSocket } from './transport.ts';
export { createWebTransport, type WebPlatform } from './web-transport.ts';
