import type { ServerApplication } from '@navette/server';
import { circuitErrors, circuitNews, documentTypes, threadTypes } from '../model/index.ts';
import { accesDonner } from './operations/acces-donner.ts';
import { accesOffrir } from './operations/acces-offrir.ts';
import { accesRetirer } from './operations/acces-retirer.ts';
import { attLigne } from './operations/att-ligne.ts';
import { cartColis } from './operations/cart-colis.ts';
import { cartEtat } from './operations/cart-etat.ts';
import { cartExp } from './operations/cart-exp.ts';
import { cartPaquets } from './operations/cart-paquets.ts';
import { catgImporter } from './operations/catg-importer.ts';
import { catlAligner } from './operations/catl-aligner.ts';
import { catlAmender } from './operations/catl-amender.ts';
import { catlCalculer } from './operations/catl-calculer.ts';
import { catlValider } from './operations/catl-valider.ts';
import { chatEcrire } from './operations/chat-ecrire.ts';
import { chatEffacer } from './operations/chat-effacer.ts';
import { chatModerer } from './operations/chat-moderer.ts';
import { chatUrgent } from './operations/chat-urgent.ts';
import { cmdCopier } from './operations/cmd-copier.ts';
import { cmdImporter } from './operations/cmd-importer.ts';
import { cmdLigne } from './operations/cmd-ligne.ts';
import { cmdLot } from './operations/cmd-lot.ts';
import { cmdVider } from './operations/cmd-vider.ts';
import { coCreer } from './operations/co-creer.ts';
import { coStatut } from './operations/co-statut.ts';
import { condPoser } from './operations/cond-poser.ts';
import { condProposer } from './operations/cond-proposer.ts';
import { condRepondre } from './operations/cond-repondre.ts';
import { condReprendre } from './operations/cond-reprendre.ts';
import { condSuppr } from './operations/cond-suppr.ts';
import { disLigne } from './operations/dis-ligne.ts';
import { disRepartir } from './operations/dis-repartir.ts';
import { disRetrait } from './operations/dis-retrait.ts';
import { ficheMaj } from './operations/fiche-maj.ts';
import { gcCreer } from './operations/gc-creer.ts';
import { gpCreer } from './operations/gp-creer.ts';
import { lienAccepter } from './operations/lien-accepter.ts';
import { lienProposer } from './operations/lien-proposer.ts';
import { lienSuspendre } from './operations/lien-suspendre.ts';
import { livrAnnoncer } from './operations/livr-annoncer.ts';
import { livrAnnuler } from './operations/livr-annuler.ts';
import { livrCreer } from './operations/livr-creer.ts';
import { livrDates } from './operations/livr-dates.ts';
import { livrDire } from './operations/livr-dire.ts';
import { livrDupliquer } from './operations/livr-dupliquer.ts';
import { livrNommer } from './operations/livr-nommer.ts';
import { livrPoints } from './operations/livr-points.ts';
import { paqAjouter } from './operations/paq-ajouter.ts';
import { paqCorriger } from './operations/paq-corriger.ts';
import { paqDeplacer } from './operations/paq-deplacer.ts';
import { photoOter } from './operations/photo-oter.ts';
import { photoPoser } from './operations/photo-poser.ts';
import { prCreer } from './operations/pr-creer.ts';
import { prodCreer } from './operations/prod-creer.ts';
import { prodMaj } from './operations/prod-maj.ts';
import { prodRetirer } from './operations/prod-retirer.ts';
import { recCommeExp } from './operations/rec-comme-exp.ts';
import { recLigne } from './operations/rec-ligne.ts';
import { circuitPolicy } from './policy.ts';
import { bilan } from './reports/bilan.ts';
import { catalogue } from './reports/catalogue.ts';
import { catgEssai } from './reports/catg-essai.ts';
import { catlComparer } from './reports/catl-comparer.ts';
import { chatAncien } from './reports/chat-ancien.ts';
import { cmdEssai } from './reports/cmd-essai.ts';
import { constats } from './reports/constats.ts';
import { exporter } from './reports/exporter.ts';
import { liens } from './reports/liens.ts';
import { lire } from './reports/lire.ts';
import { moi } from './reports/moi.ts';
import { rythme } from './reports/rythme.ts';
import { checkDelivery } from './tasks/check-delivery.ts';
import { tellMoment } from './tasks/tell-moment.ts';
import { upkeep } from './tasks/upkeep.ts';

/** Circuit, as a server runs it. */
export const circuitApplication: ServerApplication = {
	name: 'circuit',
	documents: Object.values(documentTypes),
	threads: Object.values(threadTypes),
	policy: circuitPolicy,
	operations: [
		cmdLigne,
		cmdLot,
		cmdVider,
		cmdCopier,
		attLigne,
		catlAmender,
		catlCalculer,
		livrDates,
		livrNommer,
		catgImporter,
		cmdImporter,
		ficheMaj,
		accesDonner,
		accesOffrir,
		accesRetirer,
		coCreer,
		coStatut,
		prCreer,
		gcCreer,
		gpCreer,
		lienProposer,
		lienAccepter,
		lienSuspendre,
		chatEcrire,
		chatModerer,
		chatEffacer,
		chatUrgent,
		prodCreer,
		prodMaj,
		prodRetirer,
		photoPoser,
		photoOter,
		condPoser,
		condSuppr,
		condProposer,
		condRepondre,
		condReprendre,
		catlValider,
		catlAligner,
		livrAnnoncer,
		livrCreer,
		livrDupliquer,
		livrPoints,
		livrDire,
		livrAnnuler,
		cartExp,
		cartPaquets,
		cartColis,
		cartEtat,
		recLigne,
		recCommeExp,
		paqAjouter,
		paqDeplacer,
		paqCorriger,
		disLigne,
		disRepartir,
		disRetrait,
	],
	reports: [
		moi,
		catalogue,
		catlComparer,
		chatAncien,
		catgEssai,
		cmdEssai,
		exporter,
		constats,
		liens,
		lire,
		rythme,
		bilan,
	],
	tasks: [tellMoment, checkDelivery, upkeep],
	errors: circuitErrors,
	news: circuitNews,
};
