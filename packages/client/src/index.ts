export { createSession } from './create-session.ts';
export type { LiveReport, ReportView } from './live-report.ts';
export type { LiveDocument, LiveThread, ThreadView, WatchOptions } from './live-thread.ts';
export type { Observable } from './observable.ts';
export type { OutboxEntry, Session, SyncState } from './session.ts';
export type { Connectivity, SealedDocument, SessionOptions } from './session-options.ts';
export type { SocketHandlers, Transport, TransportAnswer, TransportSocket } from './transport.ts';
export { createWebTransport, type WebPlatform } from './web-transport.ts';
