/** Gives services/http its gateway, its token, and what to do when that is refused. */
import { configureHttp } from '@/services/http'
import { useConfiguration } from '@/stores/configuration'
import { tokenForGateway, useCredentials, visitNow } from '@/stores/credentials'
import { questionHeldToken } from './token-question'

export function connectServices(): void {
  configureHttp({
    baseUrl: useConfiguration.getState().gateway,
    token: tokenForGateway,
    // Once, however many answers say so: the page stays, and one dialog asks for the password (trust F10).
    onUnauthorised: () => useCredentials.getState().expire(),
    user: visitNow,
    askAboutToken: questionHeldToken,
  })
}
