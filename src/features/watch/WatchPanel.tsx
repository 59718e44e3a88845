/** All watches of the tab: how each stands or ended, and the button that ends it or takes it off the list. */
import Popover from '@mui/material/Popover'
import { useId } from 'react'
import type { BoardWatch } from '@/domain/watching'
import { useTranslation } from '@/i18n/translation'
import { removeEnded, removeWatch } from '@/queries/watching'
import { useCredentials } from '@/stores/credentials'
import { NamedIconButton } from '@/ui/NamedIconButton'
import { PlainButton } from '@/ui/PlainButton'
import { askPermission, useDesktop } from './desktop'
import { useOpening } from './useTelling'
import { useStateLines, useWatchWords } from './watch-words'
import { About, Head, Item, Line, List, Note, PAPER, Title } from './styles'

interface RowProps {
  readonly watch: BoardWatch
  readonly onOpen: (() => void) | undefined
  readonly onRemove: () => void
}

function Row({ watch, onOpen, onRemove }: RowProps) {
  const { t } = useTranslation('watch')
  const words = useWatchWords()
  const isSignedIn = useCredentials(({ status }) => status === 'signedIn')
  const lines = useStateLines(watch, isSignedIn)
  const { end } = watch
  const name = words.name(watch)
  const said = end === undefined ? name : words.end(watch, end.kind)
  return (
    <Item>
      <About>
        {onOpen === undefined ? <span>{said}</span> : <PlainButton onClick={onOpen}>{said}</PlainButton>}
        {lines.map(line => (
          <Line key={line}>{line}</Line>
        ))}
      </About>
      <PlainButton
        look="framed"
        aria-label={t(end === undefined ? 'panel.stop' : 'panel.dismissOf', { name })}
        onClick={onRemove}
      >
        {t(end === undefined ? 'stop' : 'panel.dismiss')}
      </PlainButton>
    </Item>
  )
}

/** Whether the desktop will say it, and why not. */
function DesktopNote() {
  const { t } = useTranslation('watch')
  const desktop = useDesktop()
  return (
    <Note>
      {t(`desktop.${desktop}`)}
      {desktop === 'default' && (
        <>
          {' '}
          <PlainButton onClick={() => void askPermission()}>{t('desktop.allow')}</PlainButton>
        </>
      )}
    </Note>
  )
}

interface Props {
  readonly watches: readonly BoardWatch[]
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

export function WatchPanel({ watches, anchor, onClose }: Props) {
  const { t } = useTranslation('watch')
  const titleId = useId()
  const opening = useOpening()
  const hasSelection = watches.some(
    ({ target, end }) => end === undefined && target.kind === 'sessions' && target.sessions.length > 1,
  )
  const ended = watches.filter(({ end }) => end !== undefined).length
  /** What had the focus is gone: it goes to the title, or to the lists when nothing is left. */
  const remove = (act: () => void, left: number) => {
    act()
    if (left > 0) document.getElementById(titleId)?.focus()
    else {
      onClose()
      setTimeout(() => document.getElementById('lists')?.focus({ preventScroll: true }))
    }
  }
  return (
    <Popover
      open
      anchorEl={anchor}
      container={anchor.closest('header')}
      onClose={onClose}
      transitionDuration={0}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { role: 'dialog', 'aria-labelledby': titleId, sx: PAPER } }}
    >
      <Head>
        <Title id={titleId} tabIndex={-1}>
          {t('panel.title')}
        </Title>
        {ended > 1 && (
          <PlainButton onClick={() => remove(removeEnded, watches.length - ended)}>{t('panel.dismissAll')}</PlainButton>
        )}
        <NamedIconButton icon="close" name={t('panel.close')} onClick={onClose} />
      </Head>
      <List>
        {watches.toReversed().map(watch => {
          const open = opening(watch)
          return (
            <Row
              key={watch.id}
              watch={watch}
              onOpen={
                open &&
                (() => {
                  onClose()
                  open()
                })
              }
              onRemove={() => remove(() => removeWatch(watch.id), watches.length - 1)}
            />
          )
        })}
      </List>
      <Note>
        {t('panel.pace')} {hasSelection && t('panel.turns')}
      </Note>
      <DesktopNote />
    </Popover>
  )
}
