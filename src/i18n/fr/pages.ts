/** Words of the pages in place of the dashboard, in French. */
import type { Translated } from '../message-types'
import type { pages as english } from '../en/pages'

export const pages: Translated<typeof english, 'fr'> = {
  notFound: {
    title: 'Page introuvable',
    text: 'Il n’y a pas de page à cette adresse.',
    back: 'Aller aux sessions',
  },
  config: {
    title: 'Erreur de configuration',
    missing:
      'Impossible de lire config.json : fichier absent, trop volumineux ou non servi. Il doit se trouver à côté d’index.html.',
    notJson: 'config.json n’est pas un JSON valide.',
    notObject: 'config.json doit contenir un objet JSON.',
    wrongKey: 'config.json : « {{key}} » est absent ou incorrect. Attendu : {{expected}}.',
    expected: {
      gateway: 'URL de la passerelle (http ou https, sans utilisateur, paramètres ni /api/v1), ou "" pour ce serveur',
      projects: 'une liste de noms de projets',
      client: 'un objet avec « user » et « secret » (texte)',
      adminUiUrl: 'une URL http ou https',
      language: 'un code parmi {{languages}}',
      autoRefresh: '0, 10, 30 ou 60',
      token: 'session ou memory',
      sourceChecks: 'true ou false',
      helpLinks: 'un objet d’URL http ou https ; clés : dashboard, acquisition, oais, geojson, storages, crawling',
    },
    nothingAsked: 'Aucune passerelle n’a été contactée. Corrigez le fichier, puis rechargez la page.',
  },
}
