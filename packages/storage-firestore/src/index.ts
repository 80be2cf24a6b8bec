export { createFirestoreDocumentStore } from './firestore-document-store.ts';
export { inspectFirestore } from './inspect.ts';
