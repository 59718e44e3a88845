/** The dialog that asks before the products of one session are deleted: another feature's, handed in by app. */
import type { ComponentType } from 'react'
import type { Session } from '@/domain/session'

export type DeletionDialog = ComponentType<{ readonly session: Session; readonly onClose: () => void }>
