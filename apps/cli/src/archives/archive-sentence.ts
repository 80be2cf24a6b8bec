import type { ArchiveFault } from '@navette/archive';

const NOTHING = 'Nothing was changed.';

const damaged = ({ at, why }: Extract<ArchiveFault, { code: 'damaged' }>): string =>
	`The archive is damaged: ${why}, at byte ${at}. It is refused whole; take another copy of it, or export again. ${NOTHING}`;

const SENTENCES: {
	readonly [Code in ArchiveFault['code']]:
		| string
		| ((fault: Extract<ArchiveFault, { code: Code }>) => string);
} = {
	foreign: `This file is no archive of Navette. ${NOTHING}`,
	version: ({ version }) =>
		`The archive has version ${version} of the format, which this program does not read. ${NOTHING}`,
	'key-missing': `The archive is sealed to a public key: give its private key with --key. ${NOTHING}`,
	'key-wrong': `The archive is sealed to another public key than that of --key, or its header is damaged. ${NOTHING}`,
	damaged,
	unfinished: `The archive ends too early: its export was not finished, or the file was cut. ${NOTHING}`,
	undeclared: ({ type }) =>
		`There are documents of type ${type}, which this program does not know: use a version that has its application. ${NOTHING}`,
	absent: 'There is no such organisation. "navette org list" shows them.',
	moved:
		'The organisation dropped a file while it was exported. Run it again, or freeze it first: navette org freeze CODE.',
	'row-damaged': ({ table }) =>
		`A row of ${table} cannot be opened with the keys of this site: "navette key check" says more. The archive was not finished.`,
	taken: `An organisation of this code is there already. Choose another with --as. ${NOTHING}`,
	'other-import': ({ archive }) =>
		`Another archive (${archive.slice(0, 8)}) is half imported under this code: finish that import, delete it (navette org delete), or choose another code with --as. ${NOTHING}`,
	'not-equal':
		'What was written does not read back as it was in the archive: nobody sees it. Run it again; if it says the same, look at the disk and the database.',
};

/** What a fault means, whether something was changed, and what to do. */
export const archiveSentence = (fault: ArchiveFault): string => {
	const sentence = SENTENCES[fault.code] as string | ((fault: ArchiveFault) => string);
	return typeof sentence === 'string' ? sentence : sentence(fault);
};
