import { defineMessages, plural } from '@navette/ui';

const tries = (language: 'fr' | 'en', one: string, other: string) => (n: number, shown: string) =>
	`${shown} ${plural(language, n, { one, other })}`;

/** Names of the tasks of the framework; those of applications show as they are declared. */
const TASKS_FR: Readonly<Record<string, string>> = {
	'maintain.tombstones': 'Effacer les vieilles traces de suppression',
	'maintain.answers': 'Oublier les vieilles réponses',
	'maintain.contents': 'Supprimer les fichiers abandonnés',
	'maintain.usage': 'Recompter ce qui est utilisé',
};
const TASKS_EN: Readonly<Record<string, string>> = {
	'maintain.tombstones': 'Clear old traces of deletions',
	'maintain.answers': 'Forget old answers',
	'maintain.contents': 'Remove abandoned files',
	'maintain.usage': 'Count again what is used',
};

export const upkeepTexts = defineMessages({
	fr: {
		title: 'Entretien',
		status: { open: 'Ouverte', frozen: 'Gelée : lecture seule', closed: 'Fermée' },
		clockTitle: 'Horloge de la démonstration',
		clockNow: (when: string) => `Il y est ${when}.`,
		clockAbout:
			'Avancez-la pour voir les commandes se clore, le camion partir, le déchargement. Elle ne recule pas.',
		clockSteps: { hour: 'Une heure', day: 'Un jour', week: 'Une semaine' },
		clockMoved: (when: string) => `L’horloge est à ${when}.`,
		statusTitle: 'État de l’organisation',
		statusAbout: {
			open: 'Tout le monde lit et écrit selon ses droits. Gelée, elle se lit encore mais rien ne s’écrit, et les tâches attendent.',
			frozen:
				'Elle se lit, rien ne s’écrit, et les tâches attendent. Rouvrez-la quand vous voulez.',
			closed: 'Personne n’entre. Seul l’hébergeur peut la rouvrir.',
		},
		statusSet: { open: 'L’organisation est ouverte', frozen: 'L’organisation est gelée' },
		freeze: 'Geler',
		unfreeze: 'Rouvrir',
		close: 'Fermer…',
		closeTitle: 'Fermer l’organisation',
		closeAbout:
			'Personne n’entrera plus, vous non plus. Rien n’est supprimé, mais seul l’hébergeur pourra la rouvrir.',
		closeCode: (org: string) => `Écrivez ${org} pour confirmer`,
		closeFault: (org: string) => `Ce n’est pas ${org}. Rien n’a été changé.`,
		closeDo: 'Fermer l’organisation',
		cancel: 'Ne pas fermer',
		limitsTitle: 'Limites',
		limitsAbout:
			'Fixées par l’hébergeur. Au-delà, ce qui ajoute est refusé ; supprimer reste possible.',
		limitsNone: 'L’hébergeur n’a fixé aucune limite.',
		limit: {
			documents: 'Documents',
			documentBytes: 'Volume des documents',
			fileBytes: 'Volume des fichiers',
			operationsPerMinute: 'Opérations de cette minute',
		},
		of: (used: string, limit: string) => `${used} sur ${limit}`,
		tasks: TASKS_FR,
		tasksTitle: 'Tâches',
		tasksAbout: 'Ce qui se fait après une opération, plus tard ou chaque jour.',
		tasksNone: 'Aucune tâche n’attend.',
		deadTitle: 'Tâches abandonnées',
		deadAbout:
			'Elles ont échoué trop souvent, ou d’une façon qui ne passera pas. Elles attendent votre décision.',
		state: { waiting: 'En attente', running: 'En cours', daily: 'Chaque jour', dead: 'Abandonnée' },
		next: (when: string) => `Prochain passage ${when}`,
		deadSince: (when: string) => `Abandonnée ${when}`,
		attempts: tries('fr', 'essai', 'essais'),
		lastDone: (when: string) => `faite ${when}`,
		lastError: (when: string) => `Dernière erreur, ${when} :`,
		retry: 'Réessayer',
		runNow: 'Faire maintenant',
		drop: 'Oublier',
		doOf: (what: string, name: string) => `${what} : ${name}`,
	},
	en: {
		title: 'Upkeep',
		status: { open: 'Open', frozen: 'Frozen: read only', closed: 'Closed' },
		clockTitle: 'Clock of the demonstration',
		clockNow: (when) => `It is ${when} there.`,
		clockAbout:
			'Move it forward to see orders close, the truck leave, the unloading. It does not go back.',
		clockSteps: { hour: 'One hour', day: 'One day', week: 'One week' },
		clockMoved: (when) => `The clock is at ${when}.`,
		statusTitle: 'Status of the organisation',
		statusAbout: {
			open: 'Everybody reads and writes by their rights. Frozen, it is still read, nothing is written, and tasks wait.',
			frozen: 'It is read, nothing is written, and tasks wait. Open it again whenever you like.',
			closed: 'Nobody enters. Only the host can open it again.',
		},
		statusSet: { open: 'The organisation is open', frozen: 'The organisation is frozen' },
		freeze: 'Freeze',
		unfreeze: 'Open again',
		close: 'Close…',
		closeTitle: 'Close the organisation',
		closeAbout:
			'Nobody will enter any more, you neither. Nothing is deleted, but only the host can open it again.',
		closeCode: (org) => `Type ${org} to confirm`,
		closeFault: (org) => `This is not ${org}. Nothing was changed.`,
		closeDo: 'Close the organisation',
		cancel: 'Do not close',
		limitsTitle: 'Limits',
		limitsAbout: 'Set by the host. Beyond, what adds is refused; deleting stays possible.',
		limitsNone: 'The host has set no limit.',
		limit: {
			documents: 'Documents',
			documentBytes: 'Volume of documents',
			fileBytes: 'Volume of files',
			operationsPerMinute: 'Operations of this minute',
		},
		of: (used, limit) => `${used} of ${limit}`,
		tasks: TASKS_EN,
		tasksTitle: 'Tasks',
		tasksAbout: 'What is done after an operation, later, or each day.',
		tasksNone: 'No task waits.',
		deadTitle: 'Tasks given up',
		deadAbout:
			'They failed too often, or in a way that will not pass. They wait for your decision.',
		state: { waiting: 'Waiting', running: 'Running', daily: 'Daily', dead: 'Given up' },
		next: (when) => `Next ${when}`,
		deadSince: (when) => `Given up ${when}`,
		attempts: tries('en', 'try', 'tries'),
		lastDone: (when) => `done ${when}`,
		lastError: (when) => `Last error, ${when}:`,
		retry: 'Try again',
		runNow: 'Do it now',
		drop: 'Forget',
		doOf: (what, name) => `${what}: ${name}`,
	},
});
