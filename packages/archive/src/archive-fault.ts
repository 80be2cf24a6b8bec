/** Why an archive is refused, or could not be written. Nothing was changed where it says so. */
export type ArchiveFault =
	/** No archive of Navette at all. */
	| { readonly code: 'foreign' }
	/** Written by another version of the format. */
	| { readonly code: 'version'; readonly version: number }
	/** Sealed to a public key: its private key is asked; or the one given is another. */
	| { readonly code: 'key-missing' | 'key-wrong' }
	/** Cut, altered, reordered or mixed; `at` = first byte of what does not open or add up. */
	| { readonly code: 'damaged'; readonly at: number; readonly why: string }
	/** It ends before its end: the export was not finished, or the file was cut. */
	| { readonly code: 'unfinished' }
	/** The store holds documents of a type this program does not declare. */
	| { readonly code: 'undeclared'; readonly type: string }
	/** There is no such organisation. */
	| { readonly code: 'absent' }
	/** The organisation moved on while it was exported: a content it named is gone. */
	| { readonly code: 'moved' }
	/** A row of the store cannot be opened. */
	| { readonly code: 'row-damaged'; readonly table: string }
	/** The code given is that of an organisation that is there. */
	| { readonly code: 'taken' }
	/** Another archive is half imported under this code. */
	| { readonly code: 'other-import'; readonly archive: string }
	/** What was written does not read back as it was in the archive. */
	| { readonly code: 'not-equal' };

/** A fault on its way through a store that was taking a stream. */
export class BrokenArchive extends Error {
	readonly fault: ArchiveFault;

	constructor(fault: ArchiveFault) {
		super(`the archive is ${fault.code}`);
		this.name = 'BrokenArchive';
		this.fault = fault;
	}
}
