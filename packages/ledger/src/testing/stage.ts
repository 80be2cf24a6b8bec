import { createSeededRandom } from '@navette/testkit';
import type { Attack, Stage } from './attack.ts';
import { ENTRY_ATTACKS } from './attacks/entry-attacks.ts';
import { MEMBER_ATTACKS } from './attacks/member-attacks.ts';
import { OBJECT_ATTACKS } from './attacks/object-attacks.ts';
import { PEOPLE_ATTACKS } from './attacks/people-attacks.ts';
import { createCast } from './cast.ts';
import { createDice } from './dice.ts';
import { createHistory } from './history.ts';
import type { Library } from './victim.ts';

/** Every adversary of a group. */
export const ATTACKS: readonly Attack[] = [
	...ENTRY_ATTACKS,
	...OBJECT_ATTACKS,
	...PEOPLE_ATTACKS,
	...MEMBER_ATTACKS,
];

/** Two random histories of the same people, and somebody outside. The same seed = the same stage. */
export const setStage = async (seed: number, steps = 60): Promise<Omit<Stage, 'lib'>> => {
	const dice = createDice(createSeededRandom(seed));
	const [outsider, ...cast] = await createCast(6, dice);
	if (outsider === undefined) throw new Error('nobody');
	const history = await createHistory(cast, dice, steps);
	const other = await createHistory(cast, dice, steps >> 1);
	return { history, other, outsider, dice };
};

/** What each adversary made somebody believe on a stage; `unmounted` ones are left out. */
export const playAll = async (
	lib: Library,
	stage: Omit<Stage, 'lib'>,
	attacks: readonly Attack[] = ATTACKS,
): Promise<{ readonly mounted: Attack[]; readonly breaches: string[] }> => {
	const mounted: Attack[] = [];
	const breaches: string[] = [];
	for (const attack of attacks) {
		const found = await attack.mount({ ...stage, lib });
		if (found === 'unmounted') continue;
		mounted.push(attack);
		if (found !== undefined) breaches.push(`${attack.row} ${attack.name}: ${found}`);
	}
	return { mounted, breaches };
};
