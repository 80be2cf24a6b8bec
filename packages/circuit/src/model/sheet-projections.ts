import type { Projection } from '@navette/model';
import { visibleContact } from './card.ts';
import { projection, reduced } from './projections.ts';
import type { ConsumerSheet, GroupementSheet, GroupSheet, ProducerSheet } from './sheets.ts';

type Sheet = GroupSheet | ConsumerSheet | GroupementSheet | ProducerSheet;

/** Hashes of access rights never leave the server; their labels and powers may. */
const masked = (sheet: Sheet) => sheet.acces.map((one) => ({ ...one, hash: '-' }));

/** A sheet as its own holder sees it: everything but the hashes. */
export const sheetForHolder: Projection = projection<Sheet>('SHEET.holder', (sheet) => ({
	...sheet,
	acces: masked(sheet),
}));

/** A sheet as who administers it sees it: nothing its owner keeps to himself. */
export const sheetForManager: Projection = projection<Sheet>('SHEET.manager', (sheet) => ({
	...sheet,
	contact: visibleContact(sheet.contact, sheet.conf, 1),
	acces: masked(sheet),
}));

const open = <T extends Sheet>(sheet: T): T => ({
	...sheet,
	contact: visibleContact(sheet.contact, sheet.conf, 0),
	conf: {},
	acces: [],
});

/** FGC as its own consumers see it: what they need to order, no access right. */
export const groupForMember: Projection = projection<GroupSheet>('FGC.member', open);

/** FGC as a groupement sees it: only their own link. */
export const groupForPartner = (gp: string): Projection =>
	projection<GroupSheet>(`FGC.partner:${gp}`, (sheet) => ({
		...open(sheet),
		gps: sheet.gps.filter((link) => link.gp === gp),
	}));

/** FGP as somebody of a group sees it: their own link, and how to call, as in RP. */
export const groupementForPartner = (gc: string): Projection =>
	projection<GroupementSheet>(`FGP.partner:${gc}`, (sheet) => ({
		...open(sheet),
		contact: reduced(visibleContact(sheet.contact, sheet.conf, 0)),
		gcs: sheet.gcs.filter((link) => link.gc === gc),
	}));

/** FGP as its own producers see it. */
export const groupementForProducer: Projection = projection<GroupementSheet>('FGP.producer', open);
