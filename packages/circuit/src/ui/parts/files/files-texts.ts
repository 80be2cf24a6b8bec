import { defineMessages, plural } from '@navette/ui';

/** Texts of a file that is tried before it is taken in. */
export const filesTexts = defineMessages({
	fr: {
		file: 'Fichier',
		fileNote: 'CSV ou XLSX, 3 000 lignes au plus. Il ne quitte cet appareil que pour être essayé.',
		choose: 'Choisir un fichier…',
		reading: 'Lecture du fichier',
		faults: {
			empty: 'Ce fichier n’a aucune ligne sous les titres.',
			unreadable: 'Ce fichier ne se lit pas : il faut un CSV ou un XLSX.',
			'too-long': 'Ce fichier a plus de 3 000 lignes : coupez-le en deux.',
			offline:
				'La lecture d’un XLSX demande le réseau la première fois : réessayez, ou donnez un CSV.',
		},
		effects: {
			nouveau: 'Nouveau',
			modifie: 'Modifié',
			conditions: 'Conditions',
			identique: 'Inchangé',
			faux: 'À corriger',
		},
		counts: (n: number, name: string) => `${n} ${name.toLowerCase()}`,
		lines: 'Ce que fera chaque ligne',
		line: (n: number) => `Ligne ${n}`,
		column: (name: string, sentence: string) => `${name} – ${sentence}`,
		hidden: (n: number) =>
			plural('fr', n, { one: '1 ligne ne change rien.', other: `${n} lignes ne changent rien.` }),
		save: (n: number) => `Appliquer ${n} ${plural('fr', n, { one: 'ligne', other: 'lignes' })}`,
		noChange: 'Ce fichier ne change rien.',
		wrong: (n: number) =>
			`${n} ${plural('fr', n, { one: 'ligne est à corriger', other: 'lignes sont à corriger' })} dans le fichier : rien ne sera écrit d’ici là.`,
		done: (n: number) =>
			`${n} ${plural('fr', n, { one: 'ligne appliquée', other: 'lignes appliquées' })}`,
		cancel: 'Ne rien changer',
	},
	en: {
		file: 'File',
		fileNote: 'CSV or XLSX, 3,000 lines at most. It leaves this device only to be tried.',
		choose: 'Choose a file…',
		reading: 'Reading the file',
		faults: {
			empty: 'This file has no line below its titles.',
			unreadable: 'This file cannot be read: it must be a CSV or an XLSX.',
			'too-long': 'This file has more than 3,000 lines: cut it in two.',
			offline: 'Reading an XLSX needs the network the first time: try again, or give a CSV.',
		},
		effects: {
			nouveau: 'New',
			modifie: 'Changed',
			conditions: 'Conditions',
			identique: 'Unchanged',
			faux: 'To correct',
		},
		counts: (n, name) => `${n} ${name.toLowerCase()}`,
		lines: 'What each line will do',
		line: (n) => `Line ${n}`,
		column: (name, sentence) => `${name} – ${sentence}`,
		hidden: (n) =>
			plural('en', n, { one: '1 line changes nothing.', other: `${n} lines change nothing.` }),
		save: (n) => `Apply ${n} ${plural('en', n, { one: 'line', other: 'lines' })}`,
		noChange: 'This file changes nothing.',
		wrong: (n) =>
			`${n} ${plural('en', n, { one: 'line must be corrected', other: 'lines must be corrected' })} in the file: nothing is written until then.`,
		done: (n) => `${n} ${plural('en', n, { one: 'line applied', other: 'lines applied' })}`,
		cancel: 'Change nothing',
	},
});
