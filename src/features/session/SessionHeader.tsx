/** The header of the drawer: the session, its state, its dates; previous, next, close. */
import type { ComponentType, RefObject } from 'react'
import { Suspense } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { Session, SessionRef } from '@/domain/session'
import { isTooLong } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useHasOwnAge } from '@/queries/useOutage'
import { Icon } from '@/ui/Icon'
import { NamedIconButton } from '@/ui/NamedIconButton'
import { PlainButton } from '@/ui/PlainButton'
import { PrintedDate } from '@/ui/PrintedDate'
import { Time } from '@/ui/Time'
import { CopyName } from './CopyName'
import { CompareButton } from './compare/CompareButton'
import { DeleteProductsButton } from './deletion/DeleteProductsButton'
import { LossButton } from './loss/LossButton'
import { ShareButtons } from './ShareButtons'
import { SessionStall } from './SessionStall'
import { StateBadges } from './StateBadges'
import { useTicking } from '@/ui/useNow'
import styles from './session.module.css'

function Dated({ word, iso }: { readonly word: string; readonly iso: string | undefined }) {
  const { t } = useTranslation('session')
  return (
    <span>
      {word} {iso === undefined ? t('noDate') : <Time iso={iso} />}
    </span>
  )
}

interface AskedAgeProps {
  readonly at: number
  /** Over the whole screen nothing else says an age. */
  readonly isModal: boolean
}

function AskedAge({ at, isModal }: AskedAgeProps) {
  const { t } = useTranslation('session')
  const { relative } = useFormat()
  const age = useTicking(1000, now => t('asked', { age: relative(new Date(at).toISOString(), now) }))
  const hasOwnAge = useHasOwnAge(at)
  return at === 0 || !(hasOwnAge || isModal) ? null : <span>{age}</span>
}

export interface SessionHeaderProps {
  readonly sessionRef: SessionRef | undefined
  /** The name of the drawer while the names are not known. */
  readonly title: string
  readonly session: Session | undefined
  readonly answeredAt: number
  readonly isModal: boolean
  readonly headingId: string
  readonly headingRef: RefObject<HTMLHeadingElement | null>
  readonly onClose: () => void
  readonly onStep?: ((direction: 1 | -1) => void) | undefined
  readonly canStep?: { readonly previous: boolean; readonly next: boolean } | undefined
  /** The button that watches it. */
  readonly Watch?: ComponentType<{ readonly session: Session; readonly answeredAt: number }>
}

export function SessionHeader(props: SessionHeaderProps) {
  const { sessionRef, title, session, answeredAt, headingId, headingRef, isModal, onClose, onStep, canStep, Watch } =
    props
  const { t } = useTranslation('session')
  const isLong = sessionRef !== undefined && isTooLong(sessionRef)
  const canGo = { previous: canStep?.previous ?? true, next: canStep?.next ?? true }
  return (
    <div className={styles['header']}>
      <div className={styles['about']}>
        <h2 className={styles['name']} ref={headingRef} id={headingId} tabIndex={-1} data-long={isLong || undefined}>
          {sessionRef === undefined ? (
            title
          ) : (
            <>
              <CopyName name={sessionRef.source} hint={t('copy.source')} />
              {' / '}
              <CopyName name={sessionRef.name} hint={t('copy.session')} />
            </>
          )}
        </h2>
        {session !== undefined && <StateBadges steps={session.steps} />}
        {session !== undefined && <SessionStall steps={session.steps} />}
        <div className={styles['dates']}>
          {session !== undefined && (
            <>
              <Dated word={t('created')} iso={session.creationDate} />
              <Dated word={t('updated')} iso={session.lastUpdateDate} />
            </>
          )}
          <AskedAge at={answeredAt} isModal={isModal} />
          <PrintedDate at={answeredAt} />
        </div>
        <div className={styles['tools']}>
          {session !== undefined && (
            <div className={styles['words']}>
              <LossButton />
              <CompareButton session={session} />
            </div>
          )}
          {session !== undefined && <ShareButtons session={session} answeredAt={answeredAt} />}
          {onStep !== undefined && (
            <>
              <NamedIconButton
                name={t('previous')}
                icon="up"
                aria-disabled={!canGo.previous}
                onClick={() => canGo.previous && onStep(-1)}
              />
              <NamedIconButton
                name={t('next')}
                icon="down"
                aria-disabled={!canGo.next}
                onClick={() => canGo.next && onStep(1)}
              />
            </>
          )}
          <Suspense>
            {session !== undefined && Watch !== undefined && <Watch session={session} answeredAt={answeredAt} />}
          </Suspense>
          <DeleteProductsButton session={session} headingRef={headingRef} />
        </div>
      </div>
      <PlainButton className={styles['close'] ?? ''} aria-label={t('close')} onClick={onClose}>
        <Icon name="close" />
        <span className={styles['closeWord']}>{t('close')}</span>
      </PlainButton>
    </div>
  )
}
