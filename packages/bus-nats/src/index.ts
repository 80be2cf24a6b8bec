export { createNatsNoticeBus, type NatsBusOptions } from './nats-notice-bus.ts';
