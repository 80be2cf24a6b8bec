import type { Observer } from '@navette/core';
import type { Rates } from '../rate.ts';
import type { ServerEvent } from './server-event.ts';

/** The same limits, each refusal told. */
export const observeRates = (rates: Rates, observer: Observer<ServerEvent>): Rates => ({
	refuse: rates.refuse,
	async take(token, points) {
		const taken = await rates.take(token, points);
		if (!taken.ok) observer.note({ kind: 'rate', limit: 'token' });
		return taken;
	},
	async stranger(address) {
		const counted = await rates.stranger(address);
		if (!counted.ok) observer.note({ kind: 'rate', limit: 'address' });
		return counted;
	},
	async guess(kind, org, address) {
		const counted = await rates.guess(kind, org, address);
		if (!counted.ok) observer.note({ kind: 'rate', limit: 'address' });
		return counted;
	},
	async open(address) {
		const opened = await rates.open(address);
		if (!opened.ok) observer.note({ kind: 'rate', limit: 'address' });
		return opened;
	},
	async admit(address) {
		const admitted = await rates.admit(address);
		if (!admitted.ok) observer.note({ kind: 'rate', limit: 'address' });
		return admitted;
	},
});
