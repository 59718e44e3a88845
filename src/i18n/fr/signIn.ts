/** Words of signing in, in French. */
import type { Translated } from '../message-types'
import type { signIn as english } from '../en/signIn'

export const signIn: Translated<typeof english, 'fr'> = {
  intro: 'Utilisez votre compte REGARDS.',
  project: 'Projet',
  projectHint: 'Choisissez un projet public ou saisissez un autre nom.',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  submitting: 'Connexion en cours…',
  missing: 'Saisissez un projet, une adresse e-mail et un mot de passe.',
  again: {
    title: 'Se reconnecter',
    text: 'Vous avez été déconnecté. Saisissez votre mot de passe pour reprendre où vous en étiez.',
    as: 'Utilisateur {{user}}, projet {{project}}',
    other: 'Utiliser un autre compte',
    otherHint: 'Le contenu de cette page sera perdu.',
    notSent: 'La relance de {{step}} pour {{session}} n’a pas été envoyée. Vous pourrez l’envoyer une fois reconnecté.',
  },
  refused: {
    ACCOUNT_UNKNOWN: 'Adresse e-mail ou mot de passe incorrect.',
    ACCOUNT_PENDING: 'Ce compte attend l’approbation de l’administrateur d’instance.',
    ACCOUNT_INACTIVE: 'Ce compte est désactivé ou a expiré.',
    ACCOUNT_INACTIVE_PASSWORD: 'Le mot de passe a expiré.',
    ACCOUNT_LOCKED: 'Ce compte est verrouillé.',
    USER_UNKNOWN: 'Ce compte n’est pas utilisateur de ce projet.',
    USER_WAITING_ACCOUNT_ACTIVE: 'L’accès à ce projet s’ouvrira une fois le compte activé.',
    USER_WAITING_ACCESS: 'La demande d’accès à ce projet est en attente.',
    USER_WAITING_EMAIL_VERIFICATION: 'Confirmez d’abord votre adresse e-mail.',
    USER_ACCESS_DENIED: 'L’accès à ce projet a été refusé.',
    USER_ACCESS_INACTIVE: 'L’accès à ce projet est désactivé.',
    INSTANCE_ACCESS_DENIED: 'Ce compte ne peut pas se connecter à l’instance. Indiquez un projet.',
    contact: 'Contactez votre administrateur REGARDS.',
    other: 'REGARDS a refusé la connexion.',
    client: 'REGARDS a rejeté le nom de client du tableau de bord, ou le projet n’existe pas.',
    offline: 'La passerelle ne répond pas. Votre saisie est conservée : réessayez.',
    timeout: 'Pas de réponse après 60 s. Votre saisie est conservée : réessayez.',
    status: 'La passerelle a renvoyé HTTP {{status}}.',
    unreadable: 'Cette réponse ne vient pas de REGARDS. Vérifiez l’adresse de la passerelle dans config.json.',
  },
}
