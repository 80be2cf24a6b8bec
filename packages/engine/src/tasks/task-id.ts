import { bytesToBase64Url, type Random } from '@navette/core';

/** Id of something recorded without one. */
export const newTaskId = (random: Random): string => bytesToBase64Url(random.bytes(16));
