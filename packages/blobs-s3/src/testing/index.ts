export { createBucket } from './bucket.ts';
export { type Ceph, startCeph } from './ceph.ts';
