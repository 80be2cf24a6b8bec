/** Something that is to happen. */
export interface Appointment {
	readonly at: number;
	readonly order: number;
	readonly label: string;
	readonly work: () => void | Promise<void>;
	cancelled: boolean;
}

/** Appointments, earliest first; those of one instant in the order in which they were made. */
export interface Agenda {
	add(appointment: Appointment): void;
	/** Takes the next one, `undefined` when there is none. */
	take(): Appointment | undefined;
}

const isBefore = (a: Appointment, b: Appointment): boolean =>
	a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap. */
export const createAgenda = (): Agenda => {
	const heap: Appointment[] = [];
	const at = (index: number) => heap[index] as Appointment;
	const swap = (a: number, b: number): void => {
		const kept = at(a);
		heap[a] = at(b);
		heap[b] = kept;
	};
	const sink = (): void => {
		for (let parent = 0; ; ) {
			let least = parent;
			for (const child of [2 * parent + 1, 2 * parent + 2])
				if (child < heap.length && isBefore(at(child), at(least))) least = child;
			if (least === parent) return;
			swap(parent, least);
			parent = least;
		}
	};
	return {
		add(appointment) {
			heap.push(appointment);
			for (let child = heap.length - 1; child > 0; ) {
				const parent = (child - 1) >> 1;
				if (!isBefore(at(child), at(parent))) return;
				swap(child, parent);
				child = parent;
			}
		},
		take() {
			const first = heap[0];
			const last = heap.pop();
			if (first && last && heap.length > 0) {
				heap[0] = last;
				sink();
			}
			return first;
		},
	};
};
