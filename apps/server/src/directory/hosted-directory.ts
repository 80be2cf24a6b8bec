import { bytesToBase64Url, type Clock, type Log, type Random } from '@navette/core';
import type { SigningKey } from '@navette/crypto';
import { directoryApplication } from '@navette/directory/server';
import type { Engine } from '@navette/engine';
import { confine, type ServerApplication } from '@navette/server';
import type { SiteKeys } from '@navette/site-keys';
import type { MailConfig } from '../mail-config.ts';
import { directoryKeyOf } from './derived-keys.ts';
import { createFileMail } from './file-mail.ts';
import { postAnswer } from './post-answer.ts';
import { createSmtpMail } from './smtp-mail.ts';

/** The user directory of a site that hosts it. */
export interface HostedDirectory {
	/** Its organisation: the code of its universe. */
	readonly org: string;
	/** Signs its records. */
	readonly signingKey: SigningKey;
	/** Its public key, base64url: what apps pin. */
	readonly publicKey: string;
	readonly application: ServerApplication;
	/** Makes its organisation on the first run; leaves it alone afterwards. */
	prepare(engine: Engine): Promise<void>;
}

/** Builds the directory of a universe on the keys of a site. */
export const createHostedDirectory = async (
	universe: string,
	deps: {
		readonly keys: SiteKeys;
		readonly clock: Clock;
		readonly random: Random;
		/** Where the site keeps its data. */
		readonly folder: string;
		/** Where mails are handed over; written to files there when absent. */
		readonly mail: MailConfig | undefined;
		readonly log: Log;
	},
): Promise<HostedDirectory> => {
	const { keys, clock, random, folder, mail, log } = deps;
	const signingKey = await directoryKeyOf(keys);
	const publicKey = bytesToBase64Url(signingKey.publicKey);
	const application = directoryApplication({
		...{ realm: universe, signingKey, publicKey, random, now: () => clock.now() },
		challenges: keys.for('decoys'),
		pins: keys.for('pin'),
		post: postAnswer,
		mail: mail ? createSmtpMail(mail, log) : createFileMail(folder, clock),
	});
	return {
		...{ org: universe, signingKey, publicKey, application: confine(application, universe) },
		async prepare(engine) {
			const known = await engine.organisations();
			if (known.includes(universe)) return;
			await engine.putOrganisation(universe, 'open', { label: universe, clockOffset: 0 });
		},
	};
};
