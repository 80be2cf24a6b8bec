export { createFirestoreDocumentStore, type FirestoreOptions } from './firestore-document-store.ts';
