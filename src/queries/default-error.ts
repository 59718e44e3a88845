/** Every query and mutation fails with a ServiceError: services throw nothing else. */
import type { ServiceError } from '@/domain/service-error'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ServiceError
  }
}
