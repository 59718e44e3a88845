/** Whether the gateway is on another origin than the page: only then a browser wants its answers marked for this page. */
import { useConfiguration } from './configuration'

/** True when config.json names a gateway of another origin. */
export function useIsGatewayElsewhere(): boolean {
  return useConfiguration(({ gateway }) => new URL(gateway, window.location.href).origin !== window.location.origin)
}
