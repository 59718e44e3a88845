/** The steps and their counters in French. */
import type { StepLabels } from '../step-labels'

export const steps: StepLabels = {
  scan: {
    title: 'Fournisseur de données',
    groups: { chain: 'Chaîne', files: 'Fichiers', products: 'Produits' },
    properties: {
      chainRunning: {
        label: 'Jobs en cours',
        hint: 'Jobs de la chaîne d’acquisition (balayage, génération, post-traitement) qui tournent en ce moment pour cette session. On compte des jobs, ni des fichiers ni des produits.',
      },
      filesAcquired: {
        label: 'Acquis',
        hint: 'Fichiers valides enregistrés par les balayages de cette session. Diminue quand des produits sont supprimés, avec leurs fichiers.',
      },
      filesInvalid: {
        label: 'Invalides',
        hint: 'Fichiers refusés au balayage ou à la construction d’un produit. REGARDS ne les compte pas comme erreurs, aucune relance ne les reprend et ce chiffre ne diminue jamais.',
      },
      generatedProducts: {
        label: 'Soumis au référencement',
        hint: 'Produits dont la description (SIP) a été générée et soumise à ingest. Diminue quand un produit est supprimé ou repasse en génération.',
      },
      complete: {
        label: 'Complets',
        hint: 'Produits qui ont tous leurs fichiers et dont la description n’est encore ni soumise ni en erreur. Diminue à mesure qu’ils avancent.',
      },
      ingested: {
        label: 'Confirmés par ingest',
        hint: 'Parmi les produits soumis, ceux qu’ingest a confirmé avoir référencés. Diminue quand un produit est supprimé.',
      },
      productsErrors: {
        label: 'Erreurs qu’une relance reprend',
        hint: 'Produits dont la génération a échoué plus produits dont l’ingestion a échoué. Somme calculée ici ; les produits invalides n’en font pas partie.',
      },
      generationError: {
        label: 'Génération échouée',
        hint: 'Produits dont la description (SIP) n’a pas pu être générée. Diminue quand ils sont relancés ou supprimés.',
      },
      ingestionFailed: {
        label: 'Ingestion échouée',
        hint: 'Produits qu’ingest a répondu ne pas avoir pu référencer. Diminue quand ils sont ingérés plus tard, relancés ou supprimés.',
      },
      invalid: {
        label: 'Invalides',
        hint: 'Produits qui ont plus de fichiers que leur type n’en admet. Ils comptent comme erreurs, mais aucune relance n’y remédie : il faut corriger ou supprimer les fichiers.',
      },
      incomplete: {
        label: 'Incomplets',
        hint: 'Produits auxquels il manque encore des fichiers. Diminue à l’arrivée des fichiers manquants.',
      },
      productsCanceled: {
        label: 'Annulés',
        hint: 'Produits abandonnés : annulés, ou dont la requête d’ingestion a été supprimée. Diminue quand le produit est supprimé.',
      },
    },
  },
  workers: {
    title: 'Gestionnaire de workers',
    groups: { requests: 'Requêtes', byWorker: 'Par worker' },
    properties: {
      total: {
        label: 'Reçues',
        hint: 'Requêtes reçues par le gestionnaire de workers pour cette session, moins celles qui ont été supprimées.',
      },
      noWorkerAvailable: {
        label: 'Aucun worker disponible',
        hint: 'Requêtes en attente parce qu’aucun worker ne prend leur type de contenu. Elles repartent dès qu’un tel worker apparaît.',
      },
      inProgress: {
        label: 'En traitement',
        hint: 'Requêtes transmises à ce worker plus requêtes qu’il est en train de traiter. Somme calculée ici.',
      },
      running: { label: 'En cours', hint: 'Requêtes que ce worker traite en ce moment.' },
      dispatched: { label: 'Transmises', hint: 'Requêtes envoyées à ce worker et qu’il n’a pas encore commencées.' },
      errors: {
        label: 'Erreurs',
        hint: 'Requêtes en erreur plus requêtes au contenu invalide. Somme calculée ici ; une relance reprend les deux.',
      },
      error: {
        label: 'En erreur',
        hint: 'Requêtes que ce worker n’a pas su traiter. Diminue quand elles sont relancées ou supprimées.',
      },
      invalid: {
        label: 'Contenu invalide',
        hint: 'Requêtes que ce worker a refusées à cause de leur contenu. Diminue quand elles sont relancées ou supprimées ; un contenu inchangé sera sans doute refusé à nouveau.',
      },
      done: { label: 'Terminées', hint: 'Requêtes que ce worker a traitées avec succès.' },
      retry: {
        label: 'À retransmettre',
        hint: 'Requêtes relancées, en route vers un worker. REGARDS ne les compte ni en cours ni en erreur.',
      },
      deletion: { label: 'À supprimer', hint: 'Requêtes qui vont être supprimées.' },
    },
  },
  oais: {
    title: 'OAIS',
    groups: { requests: 'Requêtes', products: 'Produits', postProcessing: 'Post-traitement' },
    properties: {
      totalRequests: {
        label: 'Reçues',
        hint: 'Requêtes d’ingestion enregistrées pour cette session. Diminue quand une requête en erreur est supprimée.',
      },
      requestsRunning: {
        label: 'En cours',
        hint: 'Requêtes d’ingestion dont la génération ou le stockage est en cours. Diminue à la fin, bonne ou mauvaise.',
      },
      productWaitVersionMode: {
        label: 'En attente d’un choix de version',
        hint: 'Requêtes portant sur un produit déjà connu, pour lesquelles quelqu’un doit choisir : nouvelle version, remplacer ou ignorer.',
      },
      requestsErrors: {
        label: 'Erreurs',
        hint: 'Requêtes d’ingestion dont la génération ou le stockage a échoué. Diminue quand elles sont relancées ou supprimées. Un échec de la notification finale n’est pas compté.',
      },
      referencedProducts: {
        label: 'Référencés',
        hint: 'Produits (AIP) qu’ingest a stockés. Diminue quand un produit est supprimé.',
      },
      newProductVersions: {
        label: 'Nouvelles versions',
        hint: 'Produits qui sont une nouvelle version d’un produit déjà connu. Ne diminue jamais.',
      },
      replacedProducts: {
        label: 'Remplacés',
        hint: 'Produits dont une version plus récente a pris la place de la précédente. Ne diminue jamais.',
      },
      ignoredProducts: {
        label: 'Ignorés',
        hint: 'Produits écartés parce que le mode de version demande d’ignorer ceux déjà connus. Pas une erreur pour REGARDS ; ne diminue jamais.',
      },
      deletedProducts: { label: 'Supprimés', hint: 'Produits supprimés de l’archive. Ne diminue jamais.' },
      postProcessPending: {
        label: 'En attente',
        hint: 'Produits qui attendent leur post-traitement. Diminue à la fin, bonne ou mauvaise.',
      },
      postProcessSuccess: { label: 'Réussis', hint: 'Produits dont le post-traitement a réussi.' },
      postProcessErrors: {
        label: 'Échoués',
        hint: 'Produits dont le post-traitement a échoué. REGARDS ne les ajoute pas aux erreurs de l’étape. Diminue à la relance.',
      },
    },
  },
  feature: {
    title: 'GeoJSON',
    groups: {
      requests: 'Requêtes reçues',
      running: 'Requêtes en cours',
      errors: 'Requêtes en erreur',
      denied: 'Requêtes refusées',
      products: 'Produits',
    },
    properties: {
      referencingRequests: {
        label: 'Création',
        hint: 'Requêtes de création acceptées. Diminue quand une requête en erreur est supprimée.',
      },
      updateRequests: {
        label: 'Mise à jour',
        hint: 'Requêtes de mise à jour acceptées. Diminue quand une requête en erreur est supprimée.',
      },
      deleteRequests: {
        label: 'Suppression',
        hint: 'Requêtes de suppression acceptées. Diminue quand une requête en erreur est supprimée.',
      },
      notifyRequests: {
        label: 'Notification',
        hint: 'Requêtes de notification acceptées. Diminue quand une requête en erreur est supprimée.',
      },
      runningReferencingRequests: {
        label: 'Création',
        hint: 'Requêtes de création en traitement. Diminue à la fin, bonne ou mauvaise.',
      },
      runningUpdateRequests: {
        label: 'Mise à jour',
        hint: 'Requêtes de mise à jour en traitement. Diminue à la fin, bonne ou mauvaise.',
      },
      runningDeleteRequests: {
        label: 'Suppression',
        hint: 'Requêtes de suppression en traitement. Diminue à la fin, bonne ou mauvaise.',
      },
      runningNotifyRequests: {
        label: 'Notification',
        hint: 'Requêtes de notification en traitement. Diminue à la fin, bonne ou mauvaise.',
      },
      requestsErrors: {
        label: 'Tous types',
        hint: 'Requêtes en erreur des quatre types ensemble. Somme calculée ici.',
      },
      inErrorReferencingRequests: {
        label: 'Création',
        hint: 'Requêtes de création en erreur. Diminue quand elles sont relancées ou supprimées.',
      },
      inErrorUpdateRequests: {
        label: 'Mise à jour',
        hint: 'Requêtes de mise à jour en erreur. Diminue quand elles sont relancées ou supprimées.',
      },
      inErrorDeleteRequests: {
        label: 'Suppression',
        hint: 'Requêtes de suppression en erreur. Diminue quand elles sont relancées ou supprimées.',
      },
      inErrorNotifyRequests: {
        label: 'Notification',
        hint: 'Requêtes de notification en erreur. Diminue quand elles sont relancées ou supprimées.',
      },
      deniedReferencingRequests: {
        label: 'Création',
        hint: 'Requêtes de création refusées à l’arrivée, par exemple parce qu’elles ne sont pas valides. Pas une erreur pour REGARDS : rien à relancer, l’expéditeur doit les renvoyer.',
      },
      deniedUpdateRequests: {
        label: 'Mise à jour',
        hint: 'Requêtes de mise à jour refusées à l’arrivée. Pas une erreur pour REGARDS : rien à relancer, l’expéditeur doit les renvoyer.',
      },
      deniedDeleteRequests: {
        label: 'Suppression',
        hint: 'Requêtes de suppression refusées à l’arrivée. Pas une erreur pour REGARDS : rien à relancer, l’expéditeur doit les renvoyer.',
      },
      deniedNotifyRequests: {
        label: 'Notification',
        hint: 'Requêtes de notification refusées à l’arrivée. Pas une erreur pour REGARDS : rien à relancer, l’expéditeur doit les renvoyer.',
      },
      referencedProducts: {
        label: 'Référencés',
        hint: 'Produits (features) créés. Diminue quand un produit est supprimé.',
      },
      updatedProducts: {
        label: 'Mis à jour',
        hint: 'Mises à jour appliquées à des produits. Un même produit compte à chaque mise à jour.',
      },
      deletedProducts: { label: 'Supprimés', hint: 'Produits supprimés. Augmente quand les référencés diminuent.' },
      notifyProducts: {
        label: 'Notifiés',
        hint: 'Produits dont la notification a été envoyée sur demande. Un même produit compte à chaque notification.',
      },
    },
  },
  storage: {
    title: 'Stockage',
    groups: { requests: 'Requêtes', files: 'Fichiers' },
    properties: {
      storeRequests: {
        label: 'À stocker',
        hint: 'Fichiers à stocker : REGARDS en dépose une copie dans un espace de stockage.',
      },
      referenceRequests: {
        label: 'À référencer',
        hint: 'Fichiers à garder par référence : les métadonnées du produit disent où est le fichier, rien n’est copié.',
      },
      copyRequests: { label: 'À copier', hint: 'Fichiers à copier d’un espace de stockage vers un autre.' },
      deleteRequests: { label: 'À supprimer', hint: 'Fichiers dont la suppression a été demandée.' },
      requestsRunning: {
        label: 'En cours',
        hint: 'Requêtes de fichiers (stockage, suppression, copie) en traitement. Diminue à la fin, bonne ou mauvaise.',
      },
      requestsErrors: {
        label: 'Erreurs',
        hint: 'Requêtes de fichiers en erreur : stockage, suppression et copie ensemble. Diminue quand elles sont relancées ou supprimées.',
      },
      requestsRefused: {
        label: 'Refusées',
        hint: 'Requêtes de fichiers refusées à l’arrivée, par exemple pour un espace de stockage inconnu. Pas une erreur pour REGARDS : rien à relancer.',
      },
      storedFiles: {
        label: 'Stockés',
        hint: 'Fichiers dont une copie a été déposée dans un espace de stockage. Diminue quand un fichier est supprimé.',
      },
      referencedFiles: {
        label: 'Par référence',
        hint: 'Fichiers connus par leur seule adresse, sans copie. Diminue quand un fichier est supprimé.',
      },
      deletedFiles: {
        label: 'Supprimés',
        hint: 'Fichiers supprimés. Augmente quand les stockés ou les référencés diminuent.',
      },
    },
  },
  catalog: {
    title: 'Catalogue',
    groups: { products: 'Produits' },
    properties: {
      indexed: {
        label: 'Indexés',
        hint: 'Produits que les utilisateurs trouvent dans le catalogue. Diminue quand un produit est retiré ; repart de zéro quand l’index est reconstruit.',
      },
      indexedError: {
        label: 'Erreurs d’indexation',
        hint: 'Produits dont l’indexation a échoué. Ne diminue jamais, même si une collecte ultérieure réussit, sauf reconstruction de l’index ; aucune relance n’existe.',
      },
    },
  },
  fem_dissemination: {
    title: 'Destinataires',
    groups: { byRecipient: 'Par destinataire' },
    properties: {
      pending: {
        label: 'En attente',
        hint: 'Produits envoyés à ce destinataire et qu’il doit encore acquitter. Diminue à chaque acquittement.',
      },
      done: {
        label: 'Terminés',
        hint: 'Produits que ce destinataire a acquittés, ou qui lui ont été envoyés sans acquittement attendu. Ne diminue jamais.',
      },
    },
  },
}
