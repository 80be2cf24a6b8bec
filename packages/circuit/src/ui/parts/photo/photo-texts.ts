import { defineMessages } from '@navette/ui';

/** Texts of the photo of a product. */
export const photoTexts = defineMessages({
	fr: {
		of: (product: string) => `Photo : ${product}`,
		enlarge: (product: string) => `Agrandir la photo de ${product}`,
		onlySmall: 'Seule la vignette est sur cet appareil ; la photo entière demande le réseau.',
		add: 'Ajouter une photo',
		addFor: (product: string) => `Ajouter une photo de ${product}`,
		change: 'Changer la photo',
		changeFor: (product: string) => `Changer la photo de ${product}`,
		remove: 'Retirer',
		removeFor: (product: string) => `Retirer la photo de ${product}`,
		about: 'Montrée aux groupes sur la carte du produit. Elle est réduite sur cet appareil.',
		aboutProducer:
			'De la ferme, de l’atelier, de vous : montrée aux groupes dans l’annuaire. Elle est réduite sur cet appareil.',
		busy: 'Un instant…',
		placed: (product: string) => `Photo enregistrée : ${product}`,
		removed: (product: string) => `Photo retirée : ${product}`,
		putBack: (product: string) => `Photo remise : ${product}`,
		confirmTitle: (product: string) => `Retirer la photo de ${product} ?`,
		confirmWhy:
			'La photo entière ne peut pas être lue d’ici : une fois retirée, elle ne pourra pas être remise.',
		keep: 'La garder',
		faults: {
			unread:
				'Ce fichier n’est pas une image que ce navigateur sait lire (les photos HEIC d’un iPhone n’en sont souvent pas). Rien n’a changé : choisissez une image JPEG, PNG ou WebP.',
			large: 'Ce fichier dépasse 40 Mo. Rien n’a changé : choisissez une image plus légère.',
		},
	},
	en: {
		of: (product) => `Photo: ${product}`,
		enlarge: (product) => `Enlarge the photo of ${product}`,
		onlySmall: 'Only the thumbnail is on this device; the whole photo needs network.',
		add: 'Add a photo',
		addFor: (product) => `Add a photo of ${product}`,
		change: 'Change the photo',
		changeFor: (product) => `Change the photo of ${product}`,
		remove: 'Remove',
		removeFor: (product) => `Remove the photo of ${product}`,
		about: 'Shown to the groups on the card of the product. It is made smaller on this device.',
		aboutProducer:
			'Of the farm, the workshop, yourself: shown to the groups in the directory. It is made smaller on this device.',
		busy: 'One moment…',
		placed: (product) => `Photo saved: ${product}`,
		removed: (product) => `Photo removed: ${product}`,
		putBack: (product) => `Photo put back: ${product}`,
		confirmTitle: (product) => `Remove the photo of ${product}?`,
		confirmWhy: 'The whole photo cannot be read from here: once removed, it cannot be put back.',
		keep: 'Keep it',
		faults: {
			unread:
				'This file is no picture that this browser can read (HEIC photos of an iPhone often are not). Nothing changed: choose a JPEG, PNG or WebP picture.',
			large: 'This file is over 40 MB. Nothing changed: choose a lighter picture.',
		},
	},
});
