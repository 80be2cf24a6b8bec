#!/usr/bin/env node
import { readTextFile } from '@navette/app-server/read-text-file';
import { systemClock, systemRandom } from '@navette/core';
import { runProgram } from './program.ts';

process.exitCode = await runProgram(process.argv.slice(2), {
	environment: process.env,
	out: (text) => void process.stdout.write(`${text}\n`),
	error: (text) => void process.stderr.write(text.startsWith('\r') ? text : `${text}\n`),
	isWatched: process.stderr.isTTY === true,
	readFile: readTextFile,
	exitWith(code) {
		process.exitCode = code;
	},
	clock: systemClock,
	random: systemRandom,
});
