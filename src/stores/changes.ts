/** What the lists show of changes since the last look, and count in a range of time; empty until the part of the page that knows is there. */
import type { ReactNode } from 'react'
import { create } from 'zustand'
import type { Session, SessionRef } from '@/domain/session'

/** How a row shows what became of its session. */
export interface ChangeMarks {
  /** The name with a sign before it, which shows where no column says it; undefined for no change. */
  readonly signed: (session: Session, name: ReactNode) => ReactNode
  readonly word: (session: Session) => ReactNode
  readonly title: (session: Session) => string | undefined
}

/** The name of a source with the number of its sessions that changed; undefined for none. */
export type SourceSigns = (source: string, name: ReactNode) => ReactNode

interface ShownChanges {
  /** The same as long as no row shows something else. */
  readonly marks?: ChangeMarks | undefined
  readonly ofSource?: SourceSigns | undefined
  /** How many of those that the filters let through changed; undefined until known. */
  readonly count?: ((filters: Partial<SessionRef>) => ChangeCount) | undefined
  /** The title of the page with the number of changes. */
  readonly titled?: ((page: string) => string) | undefined
  /** In a range of time: what the chips count. */
  readonly inRange?: ((chip: string) => ChangeCount | undefined) | undefined
  /** Where the line has its place. */
  readonly slot?: HTMLElement | null
  /** The same of the range of time. */
  readonly rangePlace?: HTMLElement | null
  /** All is to be marked as seen. */
  readonly isAsked?: boolean
}

export interface ChangeCount {
  readonly count: number
  readonly title: string | undefined
}

export const useChanges = create<ShownChanges>()(() => ({}))
