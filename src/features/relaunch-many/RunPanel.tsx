/** What became of each relaunch of a run, session by session; closing it stops nothing. */
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from '@/i18n/translation'
import type { Run, RunItem } from '@/domain/relaunch-run'
import { resultOf } from '@/domain/relaunch-run'
import { sessionKey } from '@/domain/session'
import { isolate } from '@/i18n/isolate'
import { useStepWords } from '@/i18n/step-words'
import { goOn } from '@/queries/relaunch-run'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { PlainButton } from '@/ui/PlainButton'
import { ignoreHeldKey } from '@/ui/gestures'
import { RunControls } from './RunControls'
import styles from './many.module.css'
import { inOneLine, useItemText } from './run-words'

type Placed = readonly [index: number, item: RunItem]

/** The items of each session, in the order of the run. */
function bySession({ items }: Run): ReadonlyMap<string, readonly Placed[]> {
  const sessions = new Map<string, readonly Placed[]>()
  items.forEach((item, index) => {
    const key = sessionKey(item.ref)
    sessions.set(key, [...(sessions.get(key) ?? []), [index, item]])
  })
  return sessions
}

const TONES = { refused: 'error', unknown: 'error', notSent: 'error', waiting: 'off' } as const

function toneOf(item: RunItem): string | undefined {
  const tones: Readonly<Record<string, string>> = TONES
  return tones[resultOf(item)]
}

function ItemRow({ index, item }: { readonly index: number; readonly item: RunItem }) {
  const { t } = useTranslation('many')
  const queryClient = useQueryClient()
  const step = useStepWords()
  const { result, details } = useItemText()(item)
  return (
    <li className={styles['step']} data-tone={toneOf(item)}>
      <span>{step(item.stepId).title}</span>
      <span>
        {inOneLine([result, ...details])}
        {resultOf(item) === 'unknown' && (
          <>
            {' '}
            {t('run.unknown')}{' '}
            <PlainButton look="framed" onClick={() => goOn(queryClient, { index })} onKeyDown={ignoreHeldKey}>
              {t('run.againUnknown')}
            </PlainButton>
          </>
        )}
      </span>
    </li>
  )
}

interface Props {
  readonly run: Run
  /** The run in one line. */
  readonly text: string
  readonly onClose: () => void
}

export function RunPanel({ run, text, onClose }: Props) {
  const { t } = useTranslation('many')
  return (
    <ConfirmDialog
      open
      title={t('run.title')}
      onClose={onClose}
      actions={
        <>
          <RunControls run={run} />
          <Button autoFocus onClick={onClose}>
            {t('run.close')}
          </Button>
        </>
      }
    >
      <Typography>{text}</Typography>
      <Typography variant="body2" color="text.secondary">
        {t('run.hint')}
      </Typography>
      <ol className={styles['sessions']} aria-label={t('run.results')} tabIndex={0}>
        {[...bySession(run)].map(([key, placed]) => {
          const ref = placed[0]?.[1].ref
          return (
            <li key={key}>
              {ref !== undefined && t('run.row', { source: isolate(ref.source), session: isolate(ref.name) })}
              <ul className={styles['steps']}>
                {placed.map(([index, item]) => (
                  <ItemRow key={item.stepId} index={index} item={item} />
                ))}
              </ul>
            </li>
          )
        })}
      </ol>
    </ConfirmDialog>
  )
}
