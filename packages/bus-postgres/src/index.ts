export { createPostgresNoticeBus, type PostgresBusOptions } from './postgres-notice-bus.ts';
