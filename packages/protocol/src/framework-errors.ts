import type { ErrorCatalogue, ErrorEntry } from './error-catalogue.ts';

const entry = (status: number, retry: ErrorEntry['retry'], fr: string, en: string): ErrorEntry => ({
	status,
	retry,
	sentence: { fr, en },
});

/** Failures of the framework itself, whatever the application. */
export const frameworkErrors = {
	'E-BODY': entry(
		400,
		'never',
		"La demande est illisible ({reason}). Rien n'a été enregistré : mettez l'application à jour.",
		'The request cannot be read ({reason}). Nothing was saved: update the application.',
	),
	'E-INPUT': entry(
		400,
		'change',
		"Une valeur n'est pas acceptée ({path}). Rien n'a été enregistré : corrigez-la.",
		'A value is not accepted ({path}). Nothing was saved: correct it.',
	),
	'E-TOKEN': entry(
		401,
		'change',
		"Cet accès n'est pas reconnu. Rien n'a été enregistré : ouvrez de nouveau votre lien d'entrée.",
		'This access is not recognised. Nothing was saved: open your entry link again.',
	),
	'E-CLOCK': entry(
		401,
		'later',
		"L'heure de cet appareil est trop loin de celle du serveur ({now}). Rien n'a été enregistré : vérifiez-la.",
		'The clock of this device is too far from the one of the server ({now}). Nothing was saved: check it.',
	),
	'E-COUNTER': entry(
		401,
		'later',
		"Cette demande a déjà été entendue. Rien n'a été enregistré cette fois : recommencez.",
		'This request was heard before. Nothing was saved this time: do it again.',
	),
	'E-ENDED': entry(
		401,
		'change',
		"Votre session est terminée, ou votre droit d'accès a été retiré. Rien n'a été enregistré : présentez de nouveau vos droits, ou demandez-en à qui vous les a donnés.",
		'Your session is over, or your access right was withdrawn. Nothing was saved: present your rights again, or ask whoever gave them.',
	),
	'E-OFFER': entry(
		404,
		'change',
		"Ce droit d'accès n'est pas ou plus proposé. Rien n'a été enregistré : demandez-en un autre.",
		'This access right is not, or no longer, offered. Nothing was saved: ask for another.',
	),
	'E-SESSION': entry(
		409,
		'change',
		"Cette session n'est plus ouverte. Rien n'a été enregistré : actualisez la liste.",
		'This session is no longer open. Nothing was saved: look at the list again.',
	),
	'E-RIGHT': entry(
		403,
		'never',
		"Votre droit ne permet pas cette action. Rien n'a été enregistré.",
		'Your right does not allow this. Nothing was saved.',
	),
	'E-ORG': entry(
		404,
		'never',
		"Cette organisation n'existe pas ici. Rien n'a été enregistré : vérifiez son code.",
		'There is no such organisation here. Nothing was saved: check its code.',
	),
	'E-ROUTE': entry(
		404,
		'never',
		"Cette adresse n'existe pas. Rien n'a été enregistré.",
		'There is nothing at this address. Nothing was saved.',
	),
	'E-OPERATION': entry(
		404,
		'never',
		"L'opération {name} n'existe pas. Rien n'a été enregistré : mettez l'application à jour.",
		'There is no operation {name}. Nothing was saved: update the application.',
	),
	'E-THREAD': entry(
		404,
		'never',
		"Ce fil n'existe pas ou n'est plus à vous. Rien n'a été enregistré.",
		'This thread does not exist or is no longer yours. Nothing was saved.',
	),
	'E-FILE': entry(
		404,
		'never',
		"Ce fichier n'existe pas, n'est pas arrivé ou n'est pas à vous. Rien n'a été enregistré.",
		'This file does not exist, has not arrived or is not yours. Nothing was saved.',
	),
	'E-FILE-TAKEN': entry(
		409,
		'change',
		"Cet identifiant de fichier a déjà servi. Rien n'a été enregistré : choisissez-en un autre.",
		'This file id was already used. Nothing was saved: choose another.',
	),
	'E-FILE-PARTS': entry(
		409,
		'later',
		"Il manque des parties du fichier ({missing}). Rien n'a été enregistré : envoyez-les.",
		'Parts of the file are missing ({missing}). Nothing was saved: send them.',
	),
	'E-DIGEST': entry(
		422,
		'change',
		"Le contenu reçu n'est pas celui annoncé. Rien n'a été enregistré : envoyez le fichier de nouveau.",
		'The content received is not the one announced. Nothing was saved: send the file again.',
	),
	'E-RANGE': entry(
		416,
		'change',
		"La partie demandée est hors du fichier ({size} octets). Rien n'a été enregistré.",
		'The part asked for is outside the file ({size} bytes). Nothing was saved.',
	),
	'E-LINK': entry(
		403,
		'change',
		"Ce lien n'est plus valable. Rien n'a été enregistré : demandez-en un autre.",
		'This link is no longer valid. Nothing was saved: ask for another.',
	),
	'E-ADDRESS': entry(
		404,
		'never',
		"Il n'y a rien à cette adresse. Rien n'a été enregistré.",
		'There is nothing at this address. Nothing was saved.',
	),
	'E-METHOD': entry(
		405,
		'never',
		"Cette adresse n'accepte pas cette méthode. Rien n'a été enregistré.",
		'This address does not accept this method. Nothing was saved.',
	),
	'E-SLOW': entry(
		408,
		'later',
		"La demande n'est pas arrivée à temps. Rien n'a été enregistré : réessayez.",
		'The request did not arrive in time. Nothing was saved: try again.',
	),
	'E-UNIQUE': entry(
		409,
		'change',
		"Cette valeur est déjà prise ({property}). Rien n'a été enregistré : choisissez-en une autre.",
		'This value is already taken ({property}). Nothing was saved: choose another.',
	),
	'E-REUSED': entry(
		409,
		'change',
		"Cet identifiant d'opération a déjà servi à une autre demande. Rien n'a été enregistré.",
		'This operation id was already used for another request. Nothing was saved.',
	),
	'E-SIZE': entry(
		413,
		'change',
		"La demande est trop grande (limite : {limit}). Rien n'a été enregistré : envoyez moins à la fois.",
		'The request is too large (limit: {limit}). Nothing was saved: send less at a time.',
	),
	'E-MEDIA': entry(
		415,
		'never',
		"Ce format n'est pas accepté : utilisez application/json ou application/cbor. Rien n'a été enregistré.",
		'This format is not accepted: use application/json or application/cbor. Nothing was saved.',
	),
	'E-FROZEN': entry(
		423,
		'later',
		"L'organisation est en lecture seule pour le moment. Rien n'a été enregistré.",
		'The organisation is read-only for now. Nothing was saved.',
	),
	'E-CLOSED': entry(
		423,
		'later',
		"L'organisation est fermée. Rien n'a été enregistré.",
		'The organisation is closed. Nothing was saved.',
	),
	'E-TASK': entry(
		409,
		'change',
		"Cette tâche n'existe plus, ou s'exécute en ce moment. Rien n'a été enregistré : actualisez la liste.",
		'This task is no more, or is being done right now. Nothing was saved: look at the list again.',
	),
	'E-TASK-LOST': entry(
		409,
		'later',
		"Cette tâche a été reprise par un autre serveur. Rien n'a été enregistré par celui-ci.",
		'This task was taken over by another server. Nothing was saved by this one.',
	),
	'E-TASK-NAME': entry(
		500,
		'never',
		"Aucune application de ce serveur ne sait exécuter cette tâche. Rien n'a été enregistré.",
		'No application of this server knows how to do this task. Nothing was saved.',
	),
	'E-STOPPING': entry(
		503,
		'later',
		"Le serveur s'arrête. Rien n'a été enregistré : la tâche sera reprise.",
		'The server is stopping. Nothing was saved: the task will be taken up again.',
	),
	'E-QUOTA': entry(
		507,
		'change',
		"L'organisation n'a plus la place ({what} : {used} sur {limit}, {wanted} de plus). Rien n'a été enregistré : supprimez, ou demandez une limite plus haute.",
		'The organisation has no room left ({what}: {used} of {limit}, {wanted} more). Nothing was saved: delete something, or ask for a higher limit.',
	),
	'E-QUOTA-RATE': entry(
		429,
		'later',
		"L'organisation a fait ses {limit} opérations de la minute. Rien n'a été enregistré : réessayez dans {seconds} s.",
		'The organisation has done its {limit} operations of the minute. Nothing was saved: try again in {seconds} s.',
	),
	'E-RATE': entry(
		429,
		'later',
		"Trop de demandes à la fois. Rien n'a été enregistré : réessayez dans {seconds} s.",
		'Too many requests at once. Nothing was saved: try again in {seconds} s.',
	),
	'E-PROTOCOL': entry(
		426,
		'change',
		"Cette version de l'application est trop ancienne. Rien n'a été enregistré : rechargez la page.",
		'This version of the application is too old. Nothing was saved: reload the page.',
	),
	'E-DEFECT': entry(
		500,
		'later',
		"Le serveur a rencontré une erreur. Rien n'a été enregistré : réessayez, l'incident est noté.",
		'The server met an error. Nothing was saved: try again, the incident is logged.',
	),
	'E-DAMAGED': entry(
		500,
		'never',
		"Une donnée conservée a été altérée et n'est pas montrée. Rien n'a été enregistré : prévenez qui tient le serveur.",
		'Something kept has been altered and is not shown. Nothing was saved: tell whoever runs the server.',
	),
	'E-STORE': entry(
		503,
		'later',
		"Le serveur ne peut pas écrire en ce moment. Rien n'a été enregistré : réessayez plus tard.",
		'The server cannot write right now. Nothing was saved: try again later.',
	),
	'E-BUSY': entry(
		503,
		'later',
		"Le serveur est très occupé. Rien n'a été enregistré : réessayez dans un instant.",
		'The server is very busy. Nothing was saved: try again in a moment.',
	),
	'E-OFFLINE': entry(
		503,
		'later',
		"Le serveur est injoignable. Rien n'a été enregistré : ce que vous avez reçu reste lisible.",
		'The server cannot be reached. Nothing was saved: what you have received stays readable.',
	),
} as const satisfies ErrorCatalogue;

export type FrameworkErrorCode = keyof typeof frameworkErrors;
