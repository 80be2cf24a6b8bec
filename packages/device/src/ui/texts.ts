import { defineMessages, plural } from '@navette/ui';

export const deviceTexts = defineMessages({
	fr: {
		choiceTitle: 'Cet appareil est-il le vôtre ?',
		choiceLead: (org: string) =>
			org === ''
				? 'Votre réponse décide de ce qui reste ici quand vous partez.'
				: `Vous entrez dans « ${org} ». Votre réponse décide de ce qui reste ici quand vous partez.`,
		mine: 'Oui, c’est le mien',
		mineAbout:
			'Tout est gardé ici, chiffré sous votre phrase secrète : lisible sans réseau, et par vous seulement.',
		open: 'Oui, sans phrase',
		openAbout:
			'Tout est gardé dans ce navigateur, pour quiconque l’ouvre. À réserver à un appareil verrouillé par ailleurs.',
		notMine: 'Non : n’y laisser rien',
		notMineAbout:
			'Session anonyme : rien n’est écrit sur l’appareil. À la fermeture, tout a disparu d’ici. À choisir aussi sur une session « invité » de l’ordinateur.',
		identity: 'En faire mon identité',
		identityAbout:
			'Deux phrases que vous seul connaissez, une fiche qui vous suit d’un appareil à l’autre : ce rôle y sera.',
		recommended: 'Conseillé',
		cancel: 'Annuler',
		back: 'Retour',
		next: 'Continuer',
		secretTitle: 'Votre phrase secrète',
		secretLead:
			'Cinq mots tirés au hasard. Ils ouvrent votre profil sur cet appareil, même sans réseau. Personne ne peut les retrouver pour vous.',
		another: 'D’autres mots',
		useMine: 'Utiliser la mienne',
		useProposed: 'Reprendre les mots proposés',
		copy: 'Copier',
		copied: 'Copiée',
		phrase: 'Phrase secrète',
		firstPhrase: 'Première phrase',
		secondPhrase: 'Seconde phrase',
		phraseHelp:
			'Quinze signes au moins. Plusieurs mots sans rapport entre eux valent mieux qu’un mot compliqué.',
		strength: {
			short: 'Trop courte : il faut au moins quinze signes.',
			long: 'Trop longue : mille signes au plus.',
			weak: 'Trop facile à deviner. Ajoutez un ou deux mots sans rapport.',
			fair: 'Correcte : difficile à deviner.',
			strong: 'Forte : même avec beaucoup de machines, il faudrait des années.',
		},
		strengthTitle: 'Solidité :',
		nameTitle: 'Votre profil',
		name: 'Nom de votre profil',
		nameHelp: 'Il s’affiche dans la liste des profils de cet appareil. Il n’est pas secret.',
		nameFault: 'Donnez un nom à votre profil.',
		strict: 'Effacer le profil après deux phrases fausses de suite',
		strictHelp:
			'Seul ce que cet appareil garde serait effacé. Ce qui a été envoyé au serveur ne l’est jamais.',
		rescueTitle: 'Votre fiche de secours',
		rescueLead:
			'Imprimez-la ou recopiez-la, et rangez-la avec vos papiers. Sans phrase secrète, ce que cet appareil garde est perdu.',
		rescueFor: 'Profil',
		rescuePhrase: 'Phrase secrète',
		rescueWhere: 'Adresse',
		rescueMade: 'Fiche faite',
		rescueNote:
			'Qui tient cette feuille ouvre votre profil sur l’appareil. Ne la photographiez pas, ne l’envoyez pas.',
		print: 'Imprimer (A4)',
		kept: 'Je l’ai mise en lieu sûr',
		create: 'Ouvrir mon profil',
		creating: 'Ouverture…',
		noRoom:
			'Cet appareil n’a pas pu garder le profil. Rien n’a été enregistré : faites de la place, ou choisissez « n’y laisser rien ».',
		profilesTitle: 'Qui êtes-vous ?',
		profilesLead: 'Ce qui est gardé ici est chiffré. Choisissez votre profil.',
		made: (when: string) => `Créé : ${when}`,
		openForAll: 'Sans phrase',
		openForAllAbout: 'Ce que ce navigateur garde pour tous',
		anonymousHere: 'Session anonyme',
		anonymousHereAbout: 'Ne rien laisser sur cet appareil',
		openTitle: (name: string) => `Bonjour ${name}`,
		openDo: 'Ouvrir',
		opening: 'Ouverture…',
		away: 'Mode avion : ouvrir sans toucher au réseau',
		awayHelp:
			'Vous lisez ce qui est gardé ici ; ce que vous écrivez attend que vous disiez que le réseau est sûr.',
		wrong: 'Ce n’est pas cette phrase. Rien n’est perdu.',
		wrongStrict:
			'Ce n’est pas cette phrase. Il reste un essai : s’il est faux aussi, ce profil sera effacé de cet appareil. Ce que le serveur a reste à vous ; ce qui attend ici d’être envoyé serait perdu. Prenez votre fiche de secours avant d’essayer.',
		erased:
			'Deux phrases fausses de suite : le profil est effacé de cet appareil. Ce que le serveur a est intact ; entrez de nouveau avec votre lien.',
		unknown: 'Ce profil n’est plus sur cet appareil.',
		gone: 'Cet appareil n’a pas pu compter l’essai : la phrase n’a pas été essayée. Réessayez.',
		other: 'Un autre profil',
		asleepTitle: (name: string) => `${name} est en sommeil`,
		asleepLead: 'Vos clés ne sont plus en mémoire. Votre code rouvre là où vous étiez.',
		code: 'Code de réveil',
		wake: 'Réveiller',
		waking: 'Réveil…',
		wrongCode:
			'Ce n’est pas ce code. Il reste un essai : s’il est faux aussi, l’application se ferme et il faudra votre phrase. Rien n’est perdu.',
		closedByCode: 'Deux codes faux : l’application s’est fermée. Votre phrase la rouvre.',
		closeInstead: 'Fermer et ouvrir par la phrase',
		pageTitle: 'Cet appareil',
		kinds: {
			profile: (name: string) => `Profil « ${name} », chiffré sous votre phrase`,
			device: 'Gardé dans ce navigateur, sans phrase',
			anonymous: 'Session anonyme : rien n’est écrit ici',
			none: 'Rien n’est gardé ici pour le moment',
		},
		network: 'Réseau',
		planeOn: 'Mode avion',
		planeOff: 'Le réseau est utilisé',
		planeOnAbout: (waiting: number) =>
			waiting === 0
				? 'Rien ne part ni n’arrive. Rien n’attend d’être envoyé.'
				: `Rien ne part ni n’arrive. ${waiting} ${plural('fr', waiting, { one: 'changement attend', other: 'changements attendent' })} sur cet appareil.`,
		goPlane: 'Passer en mode avion',
		trust: 'Le réseau est sûr : reprendre',
		sleepHead: 'Sommeil',
		sleepAbout:
			'Sans usage pendant ce temps, l’application se verrouille et oublie ses clés. Un code la rouvre ; deux codes faux la ferment.',
		sleepAfter: 'Après',
		minutes: (n: number) => `${n} min`,
		codeHelp: 'Quatre signes au moins, pour cette session seulement. Il n’est écrit nulle part.',
		codeShort: 'Quatre signes au moins.',
		setSleep: 'Activer',
		sleepSet: 'Activé',
		sleepNow: 'Mettre en sommeil maintenant',
		storage: 'Place',
		storageUsed: (used: string) => `${used} utilisés par Navette dans ce navigateur.`,
		persisted: 'Le navigateur a promis de ne rien effacer de lui-même.',
		notPersisted:
			'Le navigateur peut effacer ce qui est gardé quand la place manque. Demandez-lui de le garder : il peut dire non, surtout si Navette n’est pas installé. Ce que le serveur a n’est jamais touché.',
		askPersist: 'Demander à le garder',
		refusedPersist: 'Le navigateur n’a rien promis. Installez Navette, puis demandez de nouveau.',
		faults: {
			full: 'Cet appareil n’a plus de place : ce que vous voyez est à jour, mais n’est plus gardé pour le hors ligne.',
			gone: 'Ce que cet appareil gardait a été retiré par le navigateur ou un autre onglet. Rien n’est perdu au serveur ; rechargez pour garder de nouveau.',
			damaged: 'Une partie de ce que cet appareil gardait est abîmée ; elle sera redemandée.',
		},
		closeHead: 'Fermer',
		closeAbout: 'Les clés sont oubliées. Ce qui est gardé reste, chiffré, pour la prochaine fois.',
		closeAnonymousAbout: 'Tout disparaît : rien n’a été écrit sur cet appareil.',
		close: 'Fermer la session',
		stay: 'Rester',
		newsGoOn: (org: string) => `Les nouvelles de « ${org} » continuent d’arriver ici`,
		newsGoOnAbout: 'Une notification peut alors s’afficher, l’application fermée.',
		erase: 'Effacer ce profil de cet appareil',
		eraseAbout: (waiting: number) =>
			waiting === 0
				? 'Tout ce qui est gardé ici sous ce profil disparaît. Le serveur garde ce qu’il a.'
				: `Tout disparaît d’ici, et ${waiting} ${plural('fr', waiting, { one: 'changement qui n’est pas parti sera perdu', other: 'changements qui ne sont pas partis seront perdus' })}.`,
		eraseConfirm: (name: string) => `Tapez « ${name} » pour confirmer`,
		hide: 'Masquer',
		show: 'Montrer',
	},
	en: {
		choiceTitle: 'Is this device yours?',
		choiceLead: (org) =>
			org === ''
				? 'Your answer decides what stays here when you leave.'
				: `You are entering “${org}”. Your answer decides what stays here when you leave.`,
		mine: 'Yes, it is mine',
		mineAbout:
			'Everything is kept here, encrypted under your secret phrase: readable without network, and by you alone.',
		open: 'Yes, without a phrase',
		openAbout:
			'Everything is kept in this browser, for whoever opens it. Only for a device that is locked some other way.',
		notMine: 'No: leave nothing here',
		notMineAbout:
			'Anonymous session: nothing is written on the device. Once closed, all is gone from here. Also for a “guest” session of the computer.',
		identity: 'Make it mine: an identity',
		identityAbout:
			'Two phrases that you alone know, and a sheet that follows you from one device to another: this role will be in it.',
		recommended: 'Recommended',
		cancel: 'Cancel',
		back: 'Back',
		next: 'Continue',
		secretTitle: 'Your secret phrase',
		secretLead:
			'Five words drawn at random. They open your profile on this device, even without network. Nobody can find them for you.',
		another: 'Other words',
		useMine: 'Use mine',
		useProposed: 'Take the proposed words again',
		copy: 'Copy',
		copied: 'Copied',
		phrase: 'Secret phrase',
		firstPhrase: 'First phrase',
		secondPhrase: 'Second phrase',
		phraseHelp:
			'At least fifteen signs. Several unrelated words are better than one complicated word.',
		strength: {
			short: 'Too short: at least fifteen signs.',
			long: 'Too long: at most a thousand signs.',
			weak: 'Too easy to guess. Add one or two unrelated words.',
			fair: 'Fair: hard to guess.',
			strong: 'Strong: even with many machines it would take years.',
		},
		strengthTitle: 'Strength:',
		nameTitle: 'Your profile',
		name: 'Name of your profile',
		nameHelp: 'It is shown in the list of profiles of this device. It is not secret.',
		nameFault: 'Give your profile a name.',
		strict: 'Erase the profile after two wrong phrases in a row',
		strictHelp:
			'Only what this device keeps would be erased. What was sent to the server never is.',
		rescueTitle: 'Your rescue sheet',
		rescueLead:
			'Print it or copy it by hand, and put it with your papers. Without the secret phrase, what this device keeps is lost.',
		rescueFor: 'Profile',
		rescuePhrase: 'Secret phrase',
		rescueWhere: 'Address',
		rescueMade: 'Sheet made',
		rescueNote:
			'Whoever holds this sheet opens your profile on the device. Do not photograph it, do not send it.',
		print: 'Print (A4)',
		kept: 'I have kept it safe',
		create: 'Open my profile',
		creating: 'Opening…',
		noRoom:
			'This device could not keep the profile. Nothing was saved: make room, or choose “leave nothing here”.',
		profilesTitle: 'Who are you?',
		profilesLead: 'What is kept here is encrypted. Choose your profile.',
		made: (when) => `Made: ${when}`,
		openForAll: 'Without a phrase',
		openForAllAbout: 'What this browser keeps for everybody',
		anonymousHere: 'Anonymous session',
		anonymousHereAbout: 'Leave nothing on this device',
		openTitle: (name) => `Hello ${name}`,
		openDo: 'Open',
		opening: 'Opening…',
		away: 'Plane mode: open without touching the network',
		awayHelp:
			'You read what is kept here; what you write waits until you say that the network can be trusted.',
		wrong: 'This is not the phrase. Nothing is lost.',
		wrongStrict:
			'This is not the phrase. One try is left: if it is wrong too, this profile is erased from this device. What the server has stays yours; what waits here to be sent would be lost. Take your rescue sheet before you try.',
		erased:
			'Two wrong phrases in a row: the profile is erased from this device. What the server has is intact; enter again with your link.',
		unknown: 'This profile is no longer on this device.',
		gone: 'This device could not count the try: the phrase was not tried. Try again.',
		other: 'Another profile',
		asleepTitle: (name) => `${name} is asleep`,
		asleepLead: 'Your keys are no longer in memory. Your code reopens where you were.',
		code: 'Wake-up code',
		wake: 'Wake up',
		waking: 'Waking…',
		wrongCode:
			'This is not the code. One try is left: if it is wrong too, the application closes and will need your phrase. Nothing is lost.',
		closedByCode: 'Two wrong codes: the application closed. Your phrase opens it again.',
		closeInstead: 'Close, and open with the phrase',
		pageTitle: 'This device',
		kinds: {
			profile: (name) => `Profile “${name}”, encrypted under your phrase`,
			device: 'Kept in this browser, without a phrase',
			anonymous: 'Anonymous session: nothing is written here',
			none: 'Nothing is kept here for now',
		},
		network: 'Network',
		planeOn: 'Plane mode',
		planeOff: 'The network is used',
		planeOnAbout: (waiting) =>
			waiting === 0
				? 'Nothing leaves or arrives. Nothing waits to be sent.'
				: `Nothing leaves or arrives. ${waiting} ${plural('en', waiting, { one: 'change waits', other: 'changes wait' })} on this device.`,
		goPlane: 'Switch to plane mode',
		trust: 'The network can be trusted: resume',
		sleepHead: 'Sleep',
		sleepAbout:
			'Without use for this long, the application locks and forgets its keys. A code reopens it; two wrong codes close it.',
		sleepAfter: 'After',
		minutes: (n) => `${n} min`,
		codeHelp: 'At least four signs, for this session only. It is written nowhere.',
		codeShort: 'At least four signs.',
		setSleep: 'Turn on',
		sleepSet: 'On',
		sleepNow: 'Sleep now',
		storage: 'Room',
		storageUsed: (used) => `${used} used by Navette in this browser.`,
		persisted: 'The browser promised to erase nothing by itself.',
		notPersisted:
			'The browser may erase what is kept when room is short. Ask it to keep it: it may say no, above all when Navette is not installed. What the server has is never touched.',
		askPersist: 'Ask to keep it',
		refusedPersist: 'The browser promised nothing. Install Navette, then ask again.',
		faults: {
			full: 'This device has no more room: what you see is up to date, but is no longer kept for offline.',
			gone: 'What this device kept was removed by the browser or another tab. Nothing is lost at the server; reload to keep it again.',
			damaged: 'Part of what this device kept is damaged; it will be asked for again.',
		},
		closeHead: 'Close',
		closeAbout: 'Keys are forgotten. What is kept stays, encrypted, for next time.',
		closeAnonymousAbout: 'Everything goes: nothing was written on this device.',
		close: 'Close the session',
		stay: 'Stay',
		newsGoOn: (org) => `News of “${org}” go on coming here`,
		newsGoOnAbout: 'A notification may then be shown while the application is closed.',
		erase: 'Erase this profile from this device',
		eraseAbout: (waiting) =>
			waiting === 0
				? 'All that is kept here under this profile goes. The server keeps what it has.'
				: `All goes from here, and ${waiting} ${plural('en', waiting, { one: 'change that was not sent is lost', other: 'changes that were not sent are lost' })}.`,
		eraseConfirm: (name) => `Type “${name}” to confirm`,
		hide: 'Hide',
		show: 'Show',
	},
});
