/** The steps and their counters in French. */
import type { StepLabels } from '../step-labels'

export const steps: StepLabels = {
  scan: {
    title: 'Fournisseur de données',
    groups: { chain: 'Chaîne', files: 'Fichiers', products: 'Produits' },
    properties: {
      chainRunning: {
        label: 'Jobs en cours',
        hint: 'Jobs de la chaîne d’acquisition en cours pour cette session. Des jobs, pas des fichiers ni des produits.',
      },
      filesAcquired: {
        label: 'Détectés',
        hint: 'Fichiers valides trouvés par les scans. Diminue quand des produits sont supprimés.',
      },
      filesInvalid: {
        label: 'Invalides',
        hint: 'Fichiers rejetés par un scan ou à la construction d’un produit. Pas des erreurs pour REGARDS ; non relançables. Ne diminue jamais.',
      },
      generatedProducts: {
        label: 'Générés',
        hint: 'Produits générés (SIP) et soumis à Ingest. Diminue quand un produit est supprimé ou regénéré.',
      },
      complete: {
        label: 'Complets',
        hint: 'Produits ayant tous leurs fichiers, pas encore soumis ni en erreur.',
      },
      ingested: {
        label: 'Ingérés',
        hint: 'Produits générés dont Ingest a confirmé le référencement. Diminue quand un produit est supprimé.',
      },
      productsErrors: {
        label: 'Erreurs relançables',
        hint: 'Échecs de génération plus échecs d’ingestion, hors produits invalides. Calculé par le tableau de bord.',
      },
      generationError: {
        label: 'Génération échouée',
        hint: 'Produits dont la description (SIP) n’a pas pu être générée. Diminue quand ils sont relancés ou supprimés.',
      },
      ingestionFailed: {
        label: 'Ingestion échouée',
        hint: 'Produits qu’Ingest n’a pas pu référencer. Diminue quand ils sont ingérés, relancés ou supprimés.',
      },
      invalid: {
        label: 'Invalides',
        hint: 'Produits ayant trop de fichiers pour leur type. Comptés en erreur mais non relançables : corrigez ou supprimez les fichiers.',
      },
      incomplete: {
        label: 'Incomplets',
        hint: 'Produits auxquels il manque des fichiers. Diminue quand les fichiers arrivent.',
      },
      productsCanceled: {
        label: 'Annulés',
        hint: 'Produits annulés, ou dont la demande d’ingestion a été supprimée.',
      },
    },
  },
  workers: {
    title: 'Gestionnaire de workers',
    groups: { requests: 'Demandes', byWorker: 'Par worker' },
    properties: {
      total: {
        label: 'Reçues',
        hint: 'Demandes reçues par le Worker Manager pour cette session, moins les demandes supprimées.',
      },
      noWorkerAvailable: {
        label: 'Aucun worker disponible',
        hint: 'Demandes en attente d’un worker acceptant leur type de contenu. Elles démarrent dès qu’il y en a un.',
      },
      inProgress: {
        label: 'En traitement',
        hint: 'Demandes transmises à ce worker plus demandes qu’il traite. Calculé par le tableau de bord.',
      },
      running: { label: 'En cours', hint: 'Demandes que ce worker traite en ce moment.' },
      dispatched: { label: 'Transmises', hint: 'Demandes envoyées à ce worker et pas encore commencées.' },
      errors: {
        label: 'Erreurs',
        hint: 'Demandes en erreur plus demandes au contenu invalide. Les deux sont relançables. Calculé par le tableau de bord.',
      },
      error: {
        label: 'En erreur',
        hint: 'Demandes que ce worker n’a pas pu traiter. Diminue quand elles sont relancées ou supprimées.',
      },
      invalid: {
        label: 'Contenu invalide',
        hint: 'Demandes refusées par ce worker pour leur contenu. Diminue après relance ou suppression ; un contenu inchangé sera sans doute refusé à nouveau.',
      },
      done: { label: 'Terminées', hint: 'Demandes que ce worker a traitées avec succès.' },
      retry: {
        label: 'À retransmettre',
        hint: 'Demandes relancées, en attente de transmission. Comptées ni en cours ni en erreur.',
      },
      deletion: { label: 'À supprimer', hint: 'Demandes en attente de suppression.' },
    },
  },
  oais: {
    title: 'OAIS',
    groups: { requests: 'Demandes', products: 'Produits', postProcessing: 'Post-traitement' },
    properties: {
      totalRequests: {
        label: 'Reçues',
        hint: 'Demandes d’ingestion enregistrées pour cette session. Diminue quand une demande en erreur est supprimée.',
      },
      requestsRunning: {
        label: 'En cours',
        hint: 'Demandes d’ingestion en cours de génération ou de stockage.',
      },
      productWaitVersionMode: {
        label: 'En attente administrateur',
        hint: 'Demandes sur des produits existants. À choisir : nouvelle version, remplacer ou ignorer.',
      },
      requestsErrors: {
        label: 'Erreurs',
        hint: 'Demandes d’ingestion dont la génération ou le stockage a échoué. Les notifications finales échouées ne comptent pas.',
      },
      referencedProducts: {
        label: 'Référencés',
        hint: 'Produits (AIP) stockés par Ingest. Diminue quand un produit est supprimé.',
      },
      newProductVersions: {
        label: 'Nouvelles versions',
        hint: 'Produits qui sont une nouvelle version d’un produit existant. Ne diminue jamais.',
      },
      replacedProducts: {
        label: 'Remplacés',
        hint: 'Produits dont l’ancienne version a été remplacée. Ne diminue jamais.',
      },
      ignoredProducts: {
        label: 'Ignorés',
        hint: 'Produits existants reçus à nouveau et ignorés, selon la gestion des versions. Pas une erreur pour REGARDS. Ne diminue jamais.',
      },
      deletedProducts: { label: 'Supprimés', hint: 'Produits supprimés de l’archive. Ne diminue jamais.' },
      postProcessPending: {
        label: 'En attente',
        hint: 'Produits en attente de post-traitement.',
      },
      postProcessSuccess: { label: 'Réussis', hint: 'Produits dont le post-traitement a réussi.' },
      postProcessErrors: {
        label: 'Échoués',
        hint: 'Produits dont le post-traitement a échoué. Non comptés dans les erreurs de l’étape. Diminue à la relance.',
      },
    },
  },
  feature: {
    title: 'GeoJSON',
    groups: {
      requests: 'Demandes reçues',
      running: 'Demandes en cours',
      errors: 'Demandes en erreur',
      denied: 'Demandes refusées',
      products: 'Produits',
    },
    properties: {
      referencingRequests: {
        label: 'Création',
        hint: 'Demandes de création acceptées. Diminue quand une demande en erreur est supprimée.',
      },
      updateRequests: {
        label: 'Mise à jour',
        hint: 'Demandes de mise à jour acceptées. Diminue quand une demande en erreur est supprimée.',
      },
      deleteRequests: {
        label: 'Suppression',
        hint: 'Demandes de suppression acceptées. Diminue quand une demande en erreur est supprimée.',
      },
      notifyRequests: {
        label: 'Notification',
        hint: 'Demandes de notification acceptées. Diminue quand une demande en erreur est supprimée.',
      },
      runningReferencingRequests: {
        label: 'Création',
        hint: 'Demandes de création en traitement.',
      },
      runningUpdateRequests: {
        label: 'Mise à jour',
        hint: 'Demandes de mise à jour en traitement.',
      },
      runningDeleteRequests: {
        label: 'Suppression',
        hint: 'Demandes de suppression en traitement.',
      },
      runningNotifyRequests: {
        label: 'Notification',
        hint: 'Demandes de notification en traitement.',
      },
      requestsErrors: {
        label: 'Tous types',
        hint: 'Demandes en erreur, des quatre types. Calculé par le tableau de bord.',
      },
      inErrorReferencingRequests: {
        label: 'Création',
        hint: 'Demandes de création en erreur. Diminue quand elles sont relancées ou supprimées.',
      },
      inErrorUpdateRequests: {
        label: 'Mise à jour',
        hint: 'Demandes de mise à jour en erreur. Diminue quand elles sont relancées ou supprimées.',
      },
      inErrorDeleteRequests: {
        label: 'Suppression',
        hint: 'Demandes de suppression en erreur. Diminue quand elles sont relancées ou supprimées.',
      },
      inErrorNotifyRequests: {
        label: 'Notification',
        hint: 'Demandes de notification en erreur. Diminue quand elles sont relancées ou supprimées.',
      },
      deniedReferencingRequests: {
        label: 'Création',
        hint: 'Demandes de création refusées à l’arrivée, p. ex. non valides. Pas une erreur pour REGARDS : non relançables, à renvoyer par l’expéditeur.',
      },
      deniedUpdateRequests: {
        label: 'Mise à jour',
        hint: 'Demandes de mise à jour refusées à l’arrivée. Pas une erreur pour REGARDS : non relançables, à renvoyer par l’expéditeur.',
      },
      deniedDeleteRequests: {
        label: 'Suppression',
        hint: 'Demandes de suppression refusées à l’arrivée. Pas une erreur pour REGARDS : non relançables, à renvoyer par l’expéditeur.',
      },
      deniedNotifyRequests: {
        label: 'Notification',
        hint: 'Demandes de notification refusées à l’arrivée. Pas une erreur pour REGARDS : non relançables, à renvoyer par l’expéditeur.',
      },
      referencedProducts: {
        label: 'Référencés',
        hint: 'Produits (features) créés. Diminue quand un produit est supprimé.',
      },
      updatedProducts: {
        label: 'Mis à jour',
        hint: 'Mises à jour appliquées aux produits. Un produit compte à chaque mise à jour.',
      },
      deletedProducts: {
        label: 'Supprimés',
        hint: 'Produits supprimés. Augmente quand les produits référencés diminuent.',
      },
      notifyProducts: {
        label: 'Notifiés',
        hint: 'Produits notifiés sur demande. Un produit compte à chaque notification.',
      },
    },
  },
  storage: {
    title: 'Stockage',
    groups: { requests: 'Demandes', files: 'Fichiers' },
    properties: {
      storeRequests: {
        label: 'À archiver',
        hint: 'Fichiers à copier dans un espace de stockage.',
      },
      referenceRequests: {
        label: 'À référencer',
        hint: 'Fichiers à référencer : les métadonnées du produit donnent leur emplacement, rien n’est copié.',
      },
      copyRequests: { label: 'À copier', hint: 'Fichiers à copier d’un espace de stockage vers un autre.' },
      deleteRequests: { label: 'À supprimer', hint: 'Fichiers à supprimer.' },
      requestsRunning: {
        label: 'En cours',
        hint: 'Demandes de fichiers (stockage, suppression, copie) en traitement.',
      },
      requestsErrors: {
        label: 'Erreurs',
        hint: 'Demandes de fichiers en erreur (stockage, suppression et copie). Diminue quand elles sont relancées ou supprimées.',
      },
      requestsRefused: {
        label: 'Refusées',
        hint: 'Demandes de fichiers refusées à l’arrivée, p. ex. espace de stockage inconnu. Pas une erreur pour REGARDS : non relançables.',
      },
      storedFiles: {
        label: 'Archivés',
        hint: 'Fichiers copiés dans un espace de stockage. Diminue quand un fichier est supprimé.',
      },
      referencedFiles: {
        label: 'Référencés',
        hint: 'Fichiers connus par leur emplacement, non copiés. Diminue quand un fichier est supprimé.',
      },
      deletedFiles: {
        label: 'Supprimés',
        hint: 'Fichiers supprimés. Augmente quand les fichiers archivés ou référencés diminuent.',
      },
    },
  },
  catalog: {
    title: 'Catalogue',
    groups: { products: 'Produits' },
    properties: {
      indexed: {
        label: 'Indexés',
        hint: 'Produits visibles dans le catalogue. Diminue quand un produit est retiré ; repart de 0 quand l’index est reconstruit.',
      },
      indexedError: {
        label: 'Erreurs d’indexation',
        hint: 'Produits dont l’indexation a échoué. Non relançables. Ne diminue qu’à la reconstruction de l’index.',
      },
    },
  },
  fem_dissemination: {
    title: 'Destinataires',
    groups: { byRecipient: 'Par destinataire' },
    properties: {
      pending: {
        label: 'En attente',
        hint: 'Produits que ce destinataire n’a pas encore acquittés.',
      },
      done: {
        label: 'Terminés',
        hint: 'Produits acquittés par ce destinataire, ou envoyés sans acquittement attendu. Ne diminue jamais.',
      },
    },
  },
}
