/** Where a push service reaches this device, and with which keys. */
export interface PushPlace {
	readonly endpoint: string;
	readonly p256dh: string;
	readonly auth: string;
}

/** What a browser says about news. `later`: the application must first be installed (iOS). */
export type PushAbility = 'able' | 'unable' | 'later';

/** What is used of the browser; each server has a registration of its own, because of its key. */
export interface PushPlatform {
	readonly ability: PushAbility;
	/** `default`: the person has not been asked. */
	permission(): 'default' | 'granted' | 'denied';
	/** Asks the person; only after a click. */
	askPermission(): Promise<'granted' | 'denied' | 'default'>;
	/** The place for the key of a server, made at first use; absent when the browser refuses. */
	subscribe(publicKey: string): Promise<PushPlace | undefined>;
	/** Ends what was made for the key of a server. */
	unsubscribe(publicKey: string): Promise<void>;
}
