import {
	type RoleView,
	type ThreadView,
	useAnnounce,
	useLanguage,
	useObservable,
	useReport,
	useSession,
	useText,
	useThread,
} from '@navette/ui';
import { useMemo, useRef } from 'react';
import {
	documentsOf,
	type LoadingTruck,
	loadingPlan,
	NO_CATALOGUE,
	type OfferedCatalogue,
	type PendingStates,
	pendingStates,
	type StorageWeights,
	storageWeights,
	truckStateCall,
} from '../../../client/index.ts';
import {
	type Delivery,
	type GroupementSheet,
	mayWrite,
	type Phase,
	phaseForGroup,
	phaseOf,
	type Truck,
} from '../../../model/index.ts';
import { useWrite, type Writing } from '../../parts/use-write.ts';
import { type GroupementView, useGroupement } from '../parts/use-groupement.ts';
import { loadingTexts } from './loading-texts.ts';

/** The trucks of a tour being loaded. */
export interface LoadingDesk {
	readonly view: GroupementView;
	readonly tour: ThreadView;
	readonly livr: string;
	readonly delivery: Delivery | undefined;
	readonly phase: Phase;
	readonly plan: readonly LoadingTruck[];
	readonly trucks: readonly Truck[];
	readonly pending: PendingStates;
	readonly writing: Writing;
	/** Cartons not said to be loaded, those asked on this device left out. */
	readonly waiting: number;
	weightsOf(truck: LoadingTruck): StorageWeights;
	canSet(gc: string): boolean;
	/** The state to show: what this device asked, failing that what the server says. */
	stateOf(pr: string, gc: string, known: number): number;
	/** Kept on this device at once, sent as soon as there is a network. */
	set(
		gc: string,
		cartons: readonly { readonly pr: string; readonly state: number }[],
		to: number,
	): void;
	say(): Promise<void>;
	forgetRefused(): void;
}

const NO_TRUCKS: readonly Truck[] = [];

export function useLoading(role: RoleView, gp: string, livr: string): LoadingDesk {
	const session = useSession();
	const announce = useAnnounce();
	const language = useLanguage();
	const text = useText(loadingTexts);
	const view = useGroupement(role);
	const writing = useWrite();
	const { right } = role;
	const tour = useThread(`CMDGP/${gp}.${livr}`);
	const sheet = useReport<GroupementSheet>('Lire', { right, type: 'FGP', id: gp });
	const catalogue = useReport<OfferedCatalogue>('Catalogue', { right, gp, livr });
	const outbox = useObservable(session.outbox);
	const pending = useMemo(() => pendingStates(outbox, { gp, livr }), [outbox, gp, livr]);
	const documents = documentsOf(tour, 'CART');
	const delivery = view.deliveries.find((one) => one.livr === livr)?.delivery;
	const cartons = useMemo(() => [...documents.values()], [documents]);
	const plan = useMemo(() => (delivery ? loadingPlan(delivery, cartons) : []), [delivery, cartons]);
	const lines = (catalogue.result ?? NO_CATALOGUE).lignes;
	const stateOf = (pr: string, gc: string, known: number) =>
		pending.waiting.get(`${pr}.${gc}`) ?? known;
	const turn = useRef<Promise<unknown>>(Promise.resolve());
	const set: LoadingDesk['set'] = (gc, asked, to) => {
		const words = (language: 'fr' | 'en', pr: string) => {
			const { set: say, stateOf: name, states } = loadingTexts[language];
			const what = name(view.producerName(pr), view.groupName(gc));
			return say(what, states[to as 0 | 1 | 2 | 3]);
		};
		for (const { pr, state } of asked) {
			if (state === to) continue;
			const label = { fr: words('fr', pr), en: words('en', pr) };
			const place = { right, gp, livr, gc, pr };
			const { name, input } = truckStateCall(place, { seen: state, etat: to }, label);
			turn.current = turn.current.then(() => session.queue(name, input, label));
			announce(words(language, pr));
		}
	};
	const phase = delivery ? phaseOf(delivery, view.now) : 'X';
	return {
		...{ view, tour, livr, delivery, phase, plan, pending, writing, stateOf, set },
		trucks: sheet.result?.par.camions ?? NO_TRUCKS,
		waiting: plan
			.flatMap(({ stops }) => stops)
			.flatMap(({ gc, cartons: own }) => own.map(({ pr, state }) => stateOf(pr, gc, state)))
			.filter((state) => state < 3).length,
		weightsOf: ({ stops }) => {
			const groups = new Set(stops.map(({ gc }) => gc));
			const own = cartons.filter(({ key }) => groups.has(key.gc ?? ''));
			return storageWeights(own, lines);
		},
		canSet: (gc) =>
			delivery !== undefined &&
			mayWrite({
				...{ role: 'GP', object: 'CART' },
				phase: phaseForGroup(delivery, gc, view.now),
			}).ok,
		say: async () => {
			const input = { right, gp, livr, quoi: 'parti' };
			await writing.run([{ name: 'LivrDire', input }], text.leftSaid);
		},
		forgetRefused: () => {
			for (const { id } of pending.refused) void session.discard(id);
		},
	};
}
