/** The deletion dialog of a session that is not open. */
import type { Session } from '@/domain/session'
import { useMissingRightText } from '@/i18n/missing-right'
import { useMissingDeletion } from '@/queries/rights'
import { DeleteProductsDialog } from './DeleteProductsDialog'

export interface DeletionOfProps {
  readonly session: Session
  readonly onClose: () => void
}

export function DeletionOf({ session, onClose }: DeletionOfProps) {
  const refusal = useMissingRightText(useMissingDeletion(session.canDelete))
  return <DeleteProductsDialog target={session} refusal={refusal} onClose={onClose} />
}
