import { createMemoryDocumentStore } from '@navette/storage';
import { createSeededRandom } from '@navette/testkit';
import { taskInvariants } from '../conformance/index.ts';

taskInvariants('memory', async () => createMemoryDocumentStore({ random: createSeededRandom(1) }));
