/** `crash-process.ts <place> <n>`: runs the day and kills itself at the n-th moment of its store. */
import { writeSync } from 'node:fs';
import { runDay } from './crash-day.ts';
import { dayEngine, openDayStore, tellMoments } from './crash-engine.ts';

const [place = '', n = '0'] = process.argv.slice(2);
let moments = 0;
const store = tellMoments(await openDayStore(place), () => {
	moments++;
	if (moments === Number(n)) process.kill(process.pid, 'SIGKILL');
});
const engine = dayEngine(store);
await runDay(engine, (step) => void writeSync(1, `done ${step}\n`));
writeSync(1, `moments ${moments}\n`);
await engine.close();
