export * from './changes-to-tell.ts';
export * from './chat-view.ts';
