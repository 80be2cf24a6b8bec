import assert from 'node:assert/strict';
import * as v from 'valibot';
import {
	alertNames,
	applyCartonChange,
	applyOrderChange,
	type Carton,
	type ConsumerOrder,
	cartonSchema,
	changePackages,
	consumerOrderSchema,
	DEFAULT_TOLERANCE,
	type DeliveryCatalogue,
	type GroupOrder,
	groupOrderSchema,
	isSettled,
	type PackageAction,
	packagesByConsumer,
	productAlerts,
	quantityOf,
	refreshCarton,
	touchedHolders,
	withGroupLine,
	withHeldPackages,
	writeAttributed,
	writeCarton,
	writeOrdered,
} from './index.ts';

/** A group's orders for one delivery, kept in memory and derived as a server would. */
export class TestGroup {
	orders: Record<string, ConsumerOrder | null> = {};
	group: GroupOrder | null = null;
	cartons: Record<string, Carton | null> = {};
	now = 1_000;
	readonly catalogue: DeliveryCatalogue;
	readonly initials: boolean;

	constructor(catalogue: DeliveryCatalogue, initials = false) {
		this.catalogue = catalogue;
		this.initials = initials;
	}

	get context() {
		return { catalogue: this.catalogue, tolerance: DEFAULT_TOLERANCE };
	}

	private store(co: string, after: ConsumerOrder | null): void {
		const changed = applyOrderChange({
			...this.context,
			before: this.orders[co] ?? null,
			after,
			group: this.group,
			cartons: this.cartons,
			...(this.initials ? { init: this.initialsOf(co) } : {}),
		});
		this.orders[co] = changed.order;
		this.group = changed.group;
		Object.assign(this.cartons, changed.cartons);
		this.check();
	}

	initialsOf(co: string): string {
		return Number(co) % 2 === 0 ? 'PA' : 'AN';
	}

	private check(): void {
		for (const one of Object.values(this.orders)) if (one) v.parse(consumerOrderSchema, one);
		if (this.group) v.parse(groupOrderSchema, this.group);
		for (const one of Object.values(this.cartons)) if (one) v.parse(cartonSchema, one);
	}

	private written(code: string, amount: number) {
		this.now += 1;
		return { code, amount, author: 'GC/dupleix', now: this.now };
	}

	order(co: string, code: string, amount: number, byAnimator = false): void {
		const context = { gc: 'dupleix', catalogue: this.catalogue };
		const before = this.orders[co] ?? null;
		const result = writeOrdered(before, this.written(code, amount), context, byAnimator);
		assert.ok(result.ok, JSON.stringify(result));
		this.store(co, result.value.order);
	}

	attribute(co: string, field: 'att' | 'dis', code: string, amount: number): void {
		const context = { gc: 'dupleix', catalogue: this.catalogue };
		const before = this.orders[co] ?? null;
		const result = writeAttributed(before, field, this.written(code, amount), context);
		assert.ok(result.ok, JSON.stringify(result));
		this.store(co, result.value.order);
	}

	receive(code: string, amount: number): void {
		const mode = this.catalogue.lignes[code]?.perm.mode ?? 'U';
		const rec = { ...quantityOf(mode, amount), t: 1, par: 'GC/dupleix' };
		this.group = withGroupLine(this.group, code, { rec }, this.context);
		for (const [pr, carton] of Object.entries(this.cartons))
			this.cartons[pr] = refreshCarton(carton, { ...this.context, pr, group: this.group });
		this.check();
	}

	ship(pr: string, rp: string, amount: number, packages: { id: string; g: number }[] = []): void {
		const mode = this.catalogue.lignes[`${pr}.${rp}`]?.perm.mode ?? 'U';
		const mark = { t: 1, par: 'PR/bocage' };
		const before = this.cartons[pr] ?? null;
		const write = {
			exp: { [rp]: { ...quantityOf(mode, amount), ...mark } },
			paq: { [rp]: packages },
		};
		const context = { ...this.context, pr, group: this.group };
		const after = writeCarton(before, write, context);
		this.group = applyCartonChange(before, after, this.group, { ...context, ...mark });
		this.cartons[pr] = refreshCarton(after, { ...context, group: this.group });
		this.check();
	}

	packages(code: string, action: PackageAction): void {
		this.now += 1;
		const before = this.group?.lignes[code]?.paq ?? [];
		const pu = this.catalogue.lignes[code]?.act.pu ?? 0;
		const result = changePackages(before, action, { t: this.now, par: 'GC/dupleix' }, pu);
		assert.ok(result.ok, JSON.stringify(result));
		this.group = withGroupLine(this.group, code, { paq: result.value }, this.context);
		for (const co of touchedHolders(before, result.value)) {
			const held = packagesByConsumer(result.value)[co] ?? [];
			this.store(co, withHeldPackages(this.orders[co] ?? null, code, held, this.catalogue));
		}
	}

	alerts(code: string): string[] {
		return alertNames(this.alertBits(code));
	}

	isSettled(code: string): boolean {
		return isSettled(this.alertBits(code));
	}

	private alertBits(code: string): number {
		const line = this.group?.lignes[code];
		const lines = Object.values(this.orders).flatMap((order) => order?.lignes[code] ?? []);
		const product = this.catalogue.lignes[code];
		return line ? productAlerts(line, lines, product, DEFAULT_TOLERANCE) : 0;
	}
}
