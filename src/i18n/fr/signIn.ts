/** Words of signing in, in French. */
import type { Translated } from '../message-types'
import type { signIn as english } from '../en/signIn'

export const signIn: Translated<typeof english, 'fr'> = {
  intro: 'Avec votre compte REGARDS.',
  project: 'Projet',
  projectHint: 'Les projets publics sont proposés ; tout autre nom peut être saisi.',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  submitting: 'Connexion en cours…',
  missing: 'Renseignez le projet, l’adresse e-mail et le mot de passe.',
  again: {
    title: 'Se reconnecter',
    text: 'Votre connexion est terminée. La page derrière est telle que vous l’avez laissée ; le mot de passe seul la ramène.',
    as: 'En tant que {{user}}, projet {{project}}.',
    other: 'Se connecter avec un autre compte',
    otherHint: 'Quitte la page et tout ce qu’elle contient.',
    notSent: 'La relance de {{step}} sur {{session}} n’a pas été envoyée. Elle pourra l’être après la connexion.',
  },
  refused: {
    ACCOUNT_UNKNOWN: 'Adresse e-mail inconnue ou mot de passe incorrect.',
    ACCOUNT_PENDING: 'Ce compte n’a pas encore été accepté par l’administrateur de l’instance.',
    ACCOUNT_INACTIVE: 'Ce compte est désactivé, ou sa validité est terminée.',
    ACCOUNT_INACTIVE_PASSWORD: 'Le mot de passe de ce compte a expiré.',
    ACCOUNT_LOCKED: 'Ce compte est verrouillé, quel que soit le mot de passe.',
    USER_UNKNOWN: 'Ce compte existe, mais pas dans ce projet.',
    USER_WAITING_ACCOUNT_ACTIVE: 'La demande d’accès à ce projet attend l’activation du compte.',
    USER_WAITING_ACCESS: 'La demande d’accès à ce projet est en attente.',
    USER_WAITING_EMAIL_VERIFICATION: 'L’adresse e-mail n’a pas encore été confirmée.',
    USER_ACCESS_DENIED: 'L’accès à ce projet a été refusé.',
    USER_ACCESS_INACTIVE: 'L’accès à ce projet est désactivé.',
    INSTANCE_ACCESS_DENIED: 'L’instance elle-même n’est pas ouverte à ce compte ; indiquez un projet.',
    other: 'REGARDS a refusé la connexion.',
    client: 'REGARDS n’accepte pas le nom de client de ce tableau de bord, ou le projet n’existe pas.',
    offline: 'La passerelle ne répond pas. Votre saisie est conservée ; réessayez.',
    timeout: 'Pas de réponse en 60 s. Votre saisie est conservée ; réessayez.',
    status: 'La passerelle a répondu avec le statut {{status}}.',
    unreadable: 'La réponse n’est pas celle de REGARDS. L’adresse de la passerelle est-elle la bonne ?',
  },
}
