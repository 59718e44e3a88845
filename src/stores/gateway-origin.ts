/** Whether the gateway is on another origin than the page: only then browsers require CORS headers. */
import { useConfiguration } from './configuration'

/** True when config.json names a gateway of another origin. */
export function useIsGatewayElsewhere(): boolean {
  return useConfiguration(({ gateway }) => new URL(gateway, window.location.href).origin !== window.location.origin)
}
