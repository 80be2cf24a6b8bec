/** The entry of the report `Moi` of a producer, as far as his screens need it. */
export interface ProducerRole {
	/** `PR/bocage.2` */
	readonly right: string;
	readonly gp?: string;
	readonly pr?: number | string;
}

/** Who produces: right used, groupement, producer. */
export interface Producer {
	readonly right: string;
	readonly gp: string;
	readonly pr: string;
}

/** The producer of a role. A role without codes names them in its right. */
export const producerOf = (role: ProducerRole): Producer => {
	const [, subject = ''] = role.right.split('/');
	const [gp = '', pr = ''] = subject.split('.');
	return {
		right: role.right,
		gp: role.gp ?? gp,
		pr: role.pr === undefined ? pr : String(role.pr),
	};
};

/** One carton: of which producer, for which group of which delivery. */
export interface CartonPlace extends Producer {
	readonly livr: string;
	readonly gc: string;
}

/** Key text of a carton. */
export const cartonId = ({ gp, pr, livr, gc }: Omit<CartonPlace, 'right'>): string =>
	`${gp}.${pr}.${livr}.${gc}`;

/** Thread of all the cartons of a producer. */
export const producerThread = ({ gp, pr }: Pick<Producer, 'gp' | 'pr'>): string =>
	`CMDPR/${gp}.${pr}`;
