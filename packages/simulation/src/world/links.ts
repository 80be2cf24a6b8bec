/** Which devices reach which servers. */
export interface Links {
	isUp(device: string, server: string): boolean;
	/** Cuts a link silently: what is sent is held back or lost. */
	cut(device: string, server: string): void;
	heal(device: string, server: string): void;
	/** Calls `work` each time a link heals. */
	onHeal(work: (device: string, server: string) => void): void;
	/** Devices of which no socket opens, though requests pass. */
	readonly socketless: Set<string>;
	healAll(): void;
}

export const createLinks = (): Links => {
	const down = new Set<string>();
	const listeners: ((device: string, server: string) => void)[] = [];
	const heal = (device: string, server: string) => {
		if (!down.delete(`${device} ${server}`)) return;
		for (const listener of listeners) listener(device, server);
	};
	const socketless = new Set<string>();
	return {
		isUp: (device, server) => !down.has(`${device} ${server}`),
		cut: (device, server) => void down.add(`${device} ${server}`),
		heal,
		onHeal: (work) => void listeners.push(work),
		socketless,
		healAll() {
			socketless.clear();
			for (const link of [...down]) {
				const [device = '', server = ''] = link.split(' ');
				heal(device, server);
			}
		},
	};
};
