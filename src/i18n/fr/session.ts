/** Words of the session drawer, its cards and the relaunch, in French. */
import type { Translated } from '../message-types'
import type { session as english } from '../en/session'

export const session: Translated<typeof english> = {
  title: '{{source}} / {{session}}',
  byId: 'Session {{id}}',
  height: 'Hauteur de la session',
  copy: {
    source: 'Copier le nom de la source',
    session: 'Copier le nom de la session',
    done: '« {{name}} » copié.',
    failed: 'Le navigateur n’a pas permis la copie.',
  },
  previous: 'Session précédente',
  next: 'Session suivante',
  close: 'Fermer',
  created: 'créée',
  updated: 'dernier changement',
  unknownDate: 'inconnue',
  asked: 'demandé {{age}}',
  badge: {
    error: '{{figure}} en erreur',
    running: '{{figure}} en cours',
    waiting: '{{figure}} en attente',
  },
  ok: 'Ok',
  setAside_one: '{{figure}} mis de côté',
  setAside_many: '{{figure}} mis de côté',
  setAside_other: '{{figure}} mis de côté',
  okSetAside: 'Ok, {{setAside}}',
  loading: 'Chargement de la session…',
  failed: 'La session n’a pas pu être lue',
  stale: 'La dernière demande a échoué : ces chiffres sont anciens.',
  gone: {
    title: 'Cette session n’existe plus (supprimée ou purgée)',
    text: 'REGARDS garde une session de 30 à 65 jours après son dernier événement. Ensuite, un lien vers elle ne mène plus nulle part.',
  },
  noSteps: 'REGARDS n’a encore rien compté dans cette session.',
  type: {
    ACQUISITION: 'Acquisition',
    REFERENCING: 'Référencement',
    STORAGE: 'Stockage',
    DISSEMINATION: 'Diffusion',
  },
  unit: {
    files_one: 'fichier',
    files_many: 'de fichiers',
    files_other: 'fichiers',
    requests_one: 'requête',
    requests_many: 'de requêtes',
    requests_other: 'requêtes',
    products_one: 'produit',
    products_many: 'de produits',
    products_other: 'produits',
  },
  flow: {
    hint: '{{in}} en entrée, {{out}} en sortie. L’entrée est ce que REGARDS compte comme reçu par cette étape, la sortie ce qu’il compte comme produit ; les unités changent d’une étape à l’autre, deux cartes ne forment donc jamais un entonnoir.',
  },
  bar: {
    name: 'Avancement',
    text: 'terminés : {{done}}, en cours : {{running}}, en attente : {{waiting}}, en erreur : {{errors}}',
    jobsText: 'terminés : {{done}}, jobs en cours : {{running}}, en attente : {{waiting}}, en erreur : {{errors}}',
    empty: 'rien de compté pour l’instant',
  },
  tabs: 'Étapes de {{type}}',
  tabErrors: '{{title}}, {{errors}} en erreur',
  otherCounters: 'Autres compteurs',
  otherHint: 'Un compteur que cette page ne connaît pas, montré tel que REGARDS le publie.',
  unknownStep:
    'Une étape que cette page ne connaît pas : ses compteurs sont montrés tels que REGARDS les publie, sans action.',
  negative:
    'Sous zéro : REGARDS a traité des événements dans le désordre, ou pas encore tous. N’entre jamais dans une somme.',
  unreadable: 'REGARDS a publié quelque chose qui n’est pas un nombre.',
  name: 'Nom',
  breakdown: {
    title: 'Les erreurs : {{parts}}',
    part: '{{label}} {{figure}}',
    namedPart: '{{label}} ({{name}}) {{figure}}',
    difference: 'REGARDS en totalise {{figure}} : des événements ne sont pas encore pris en compte.',
  },
  noNews: 'sans nouvelles depuis {{duration}}',
  noNewsHint: 'Du travail est en cours ici et aucun compteur de cette étape n’a bougé depuis {{duration}}.',
  relaunch: {
    button: 'Relancer les erreurs ({{figure}})',
    buttonRequests: 'Relancer les requêtes en erreur ({{figure}})',
    title: 'Relancer les erreurs : {{step}}',
    ofSession: 'Session {{session}} de la source {{source}}.',
    confirm: 'Relancer {{figure}}',
    repeat: 'Répéter pour ceux-ci',
    sendAgain: 'Envoyer à nouveau',
    held: {
      name: 'Un ordre qui n’a pas été envoyé',
      text: 'Non envoyée : la relance de {{step}} sur {{source}} / {{session}}.',
      send: 'Envoyer maintenant',
      discard: 'L’abandonner',
    },
    pending: 'Relance en cours…',
    willTitle: 'Ce que REGARDS va faire',
    willNotTitle: 'Ce qu’il ne fera pas',
    will: {
      scan_one: 'Reprendre {{figure}} produit dont la génération ou l’ingestion a échoué, dans un job à part.',
      scan_many: 'Reprendre {{figure}} produits dont la génération ou l’ingestion a échoué, dans un job à part.',
      scan_other: 'Reprendre {{figure}} produits dont la génération ou l’ingestion a échoué, dans un job à part.',
      workers_one:
        'Retransmettre {{figure}} requête, en erreur ou au contenu invalide, de cette source et de cette session exactement.',
      workers_many:
        'Retransmettre {{figure}} requêtes, en erreur ou au contenu invalide, de cette source et de cette session exactement.',
      workers_other:
        'Retransmettre {{figure}} requêtes, en erreur ou au contenu invalide, de cette source et de cette session exactement.',
      oais_one: 'Reprendre {{figure}} requête d’ingestion en erreur, quel que soit son type, dans un job à part.',
      oais_many: 'Reprendre {{figure}} requêtes d’ingestion en erreur, quel que soit leur type, dans un job à part.',
      oais_other: 'Reprendre {{figure}} requêtes d’ingestion en erreur, quel que soit leur type, dans un job à part.',
      feature_one: 'Reprendre {{figure}} requête en erreur, un ordre par type, l’un après l’autre :',
      feature_many: 'Reprendre {{figure}} requêtes en erreur, un ordre par type, l’un après l’autre :',
      feature_other: 'Reprendre {{figure}} requêtes en erreur, un ordre par type, l’un après l’autre :',
      storage_one:
        'Reprendre, sur {{figure}} requête de fichier en erreur, ce qui est requête de stockage ou de suppression.',
      storage_many: 'Reprendre, parmi {{figure}} requêtes de fichiers en erreur, celles de stockage et de suppression.',
      storage_other:
        'Reprendre, parmi {{figure}} requêtes de fichiers en erreur, celles de stockage et de suppression.',
    },
    willNot: {
      scanInvalid_one: 'Remédier à {{figure}} produit invalide : il faut corriger ou supprimer ses fichiers.',
      scanInvalid_many: 'Remédier à {{figure}} produits invalides : il faut corriger ou supprimer leurs fichiers.',
      scanInvalid_other: 'Remédier à {{figure}} produits invalides : il faut corriger ou supprimer leurs fichiers.',
      workersContent:
        'Corriger le contenu : une requête refusée à cause de son contenu sera sans doute refusée à nouveau.',
      oaisVersion: 'Choisir une version pour les requêtes qui en attendent une.',
      featureDenied: 'Reprendre les requêtes refusées : leur expéditeur doit les renvoyer.',
      featureGone:
        'Reprendre les requêtes de suppression dont le produit a déjà disparu : REGARDS ne retrouve plus leur session.',
      storageLimit:
        'Reprendre plus de 1000 requêtes de stockage à la fois : s’il en reste, relancer à nouveau une fois celles-ci terminées.',
      storageLimitNow:
        'Reprendre plus de 1000 requêtes de stockage à la fois : 1000 au plus sur {{figure}} cette fois-ci ; relancer à nouveau une fois celles-ci terminées.',
      storageCopies: 'Relancer les requêtes de copie ou de référence.',
    },
    slow: 'REGARDS ne répond qu’une fois le travail fini ; au-delà d’une minute la passerelle cesse d’attendre, et REGARDS continue.',
    counters: 'Les compteurs suivent avec quelques secondes de retard.',
    type: {
      CREATION: 'Création',
      UPDATE: 'Mise à jour',
      DELETION: 'Suppression',
      NOTIFICATION: 'Notification',
    },
    typeCount: '{{type}} : {{figure}}',
    notOffered: {
      title: 'Pas de relance : {{reason}}',
      scanInvalid_one: '{{figure}} produit invalide auquel aucune relance ne remédie.',
      scanInvalid_many: '{{figure}} produits invalides auxquels aucune relance ne remédie.',
      scanInvalid_other: '{{figure}} produits invalides auxquels aucune relance ne remédie.',
      catalog:
        'les erreurs d’indexation ne se relancent pas ; elles restent comptées même après une collecte qui réussit.',
    },
    forbidden: 'Demande le droit {{right}}, que votre rôle {{role}} n’a pas.',
    forbiddenWords: 'Réponse de REGARDS : {{words}}',
    chain: {
      checking: 'Vérification de la chaîne d’acquisition…',
      none: 'REGARDS ne connaît aucune chaîne d’acquisition nommée {{source}} : il n’a rien à relancer.',
      several: 'Plusieurs chaînes d’acquisition se nomment {{source}} : REGARDS refuse de choisir.',
      inactive: 'La chaîne d’acquisition est inactive : il faut d’abord l’activer, REGARDS refuse de la relancer.',
      locked: 'La chaîne d’acquisition est en cours d’exécution : REGARDS refuse une relance jusqu’à la fin.',
      deletionPending:
        'Une suppression est en attente sur la chaîne d’acquisition : REGARDS refuse une relance jusque-là.',
      blocked: 'La chaîne d’acquisition ne peut pas s’exécuter : {{blockers}}',
      unchecked:
        'La chaîne d’acquisition n’a pas pu être vérifiée. REGARDS refusera si elle est inactive ou en cours d’exécution.',
      again: 'Vérifier à nouveau',
    },
    outcome: {
      accepted: 'Ordre accepté.',
      handled_one: '{{handled}} requête relancée sur {{requested}}.',
      handled_many: '{{handled}} requêtes relancées sur {{requested}}.',
      handled_other: '{{handled}} requêtes relancées sur {{requested}}.',
      nothing: 'Rien à relancer : REGARDS n’a trouvé aucune requête en erreur.',
      nothingHandled_one: 'Rien n’a été relancé : REGARDS a repris 0 requête sur {{requested}}.',
      nothingHandled_many: 'Rien n’a été relancé : REGARDS a repris 0 requête sur {{requested}}.',
      nothingHandled_other: 'Rien n’a été relancé : REGARDS a repris 0 requête sur {{requested}}.',
      refused: 'REGARDS a refusé (statut {{status}}).',
      unknownTimeout:
        'Pas de réponse à temps : l’issue est inconnue. REGARDS travaille peut-être encore ; les compteurs ont été redemandés et sont suivis. Rien n’est renvoyé automatiquement.',
      unknownNoAnswer:
        'La connexion s’est rompue après le départ de l’ordre : l’issue est inconnue. REGARDS travaille peut-être ; les compteurs ont été redemandés et sont suivis. Rien n’est renvoyé automatiquement.',
      unknownGateway:
        'La passerelle a cessé d’attendre : l’issue est inconnue. REGARDS travaille peut-être encore ; les compteurs ont été redemandés et sont suivis. Rien n’est renvoyé automatiquement.',
      unknownUnreadable:
        'La réponse n’a pas pu être comprise : l’issue est inconnue. REGARDS travaille peut-être ; les compteurs ont été redemandés et sont suivis. Rien n’est renvoyé automatiquement.',
      part: '{{type}} : {{text}}',
      now: 'Erreurs comptées maintenant : {{figure}}.',
    },
    done: '{{step}} : {{text}}',
    notSentGone: 'L’ordre n’a PAS été envoyé : cette session n’existe plus.',
    notSentUnread: 'L’ordre n’a PAS été envoyé : la session ou ses requêtes n’ont pas pu être relues d’abord.',
  },
  drain: {
    name: 'Après la relance',
    sending: 'Envoi de l’ordre…',
    waiting: 'relancé {{age}}, en attente de REGARDS',
    moving: 'relancé {{age}}',
    figures: 'récupérés {{recovered}} · en cours {{working}} · toujours en erreur {{failing}}',
    jobsFigures: 'sortis d’erreur {{recovered}} · jobs en cours {{working}} · toujours en erreur {{failing}}',
    done: 'relancé {{age}} : il ne reste ni erreur ni travail en cours.',
    still: 'relancé {{age}} : aucun compteur n’a bougé depuis {{duration}}.',
    stillUncurable: 'Ce qui reste, aucune relance n’y remédie.',
    stillNever: 'REGARDS est peut-être lent, ou rien n’a pu être repris.',
    askAgain: 'Redemander maintenant',
  },
}
