/** `node scripts/floors.ts`: imports go down, and nothing below the roots reaches for the world. */
import path from 'node:path';
import { checkAmbient } from './floors/ambient.ts';
import { checkFloors } from './floors/check.ts';
import { readTree } from './floors/workspace.ts';

const tree = readTree(path.resolve(import.meta.dirname, '..'));
const failures = [...checkFloors(tree), ...checkAmbient(tree)];
for (const line of failures) process.stderr.write(`${line}\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
