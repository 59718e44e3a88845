/** Gives services/http its gateway, its token, and what to do when that is refused. */
import { configureHttp } from '@/services/http'
import { useConfiguration } from '@/stores/configuration'
import { tokenForGateway, useCredentials, visitNow } from '@/stores/credentials'
import { hearDate } from '@/stores/server-clock'
import { questionHeldToken } from './token-question'

export function connectServices(): void {
  configureHttp({
    baseUrl: useConfiguration.getState().gateway,
    token: tokenForGateway,
    // Once, however many answers say so: the page stays, and one dialog asks for the password.
    onUnauthorised: () => useCredentials.getState().expire(),
    user: visitNow,
    askAboutToken: questionHeldToken,
    onDate: hearDate,
  })
}
