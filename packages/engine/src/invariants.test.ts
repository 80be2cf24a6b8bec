import { createMemoryDocumentStore } from '@navette/storage';
import { createSeededRandom } from '@navette/testkit';
import { engineInvariants } from './conformance/index.ts';

engineInvariants('memory', async () =>
	createMemoryDocumentStore({ random: createSeededRandom(1) }),
);
