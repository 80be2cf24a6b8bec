import { test } from 'node:test';
import * as library from './index.ts';
import { TRIALS } from './testing/trials/index.ts';

for (const trial of TRIALS) test(trial.name, () => trial.run(library));
