/** One line over the lists that follows all sessions of a run, until they are still; and its results over the page. */
import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { Run } from '@/domain/relaunch-run'
import { isSending, isUnfinished } from '@/domain/relaunch-run'
import { isStill } from '@/domain/run-progress'
import { closeRun, takeUpRun } from '@/queries/relaunch-run'
import { useRunFollowing } from '@/queries/run-following'
import { useOwner } from '@/stores/credentials'
import { useRelaunchRun } from '@/stores/relaunch-run'
import { InfoTooltip } from '@/ui/InfoTooltip'
import { PlainButton } from '@/ui/PlainButton'
import { announce } from '@/ui/announce'
import { useTicking } from '@/ui/useNow'
import { RunControls } from './RunControls'
import { RunPanel } from './RunPanel'
import styles from './many.module.css'
import { useRunText } from './run-words'

const show = (isShown: boolean) => useRelaunchRun.setState({ isShown })

/** Says each turn once to those who do not see the line: paused, all sent, still. */
function useAnnouncedTurns(run: Run, isOver: boolean, text: string): void {
  const turn = run.paused ?? (isUnfinished(run) ? 'running' : isOver ? 'still' : 'sent')
  const told = useRef(turn)
  useEffect(() => {
    if (told.current === turn) return
    told.current = turn
    if (turn !== 'running') announce(text)
  }, [turn, text])
}

function Line({ run }: { readonly run: Run }) {
  const { t } = useTranslation('many')
  const isShown = useRelaunchRun(store => store.isShown)
  const runText = useRunText()
  const text = useTicking(1000, now => runText(run, now))
  const isOver = useTicking(1000, now => Number(isStill(run, now))) === 1
  useAnnouncedTurns(run, isOver, text)
  const button = useRef<HTMLButtonElement>(null)
  const wasShown = useRef(isShown)
  useEffect(() => {
    // The dialog that asked for it is gone: the results have nothing else to give the focus back to.
    if (wasShown.current && !isShown && document.activeElement === document.body) button.current?.focus()
    wasShown.current = isShown
  }, [isShown])
  return (
    <>
      <div
        className={styles['line']}
        role="group"
        aria-label={t('run.name')}
        data-tone={run.paused === undefined ? undefined : 'warning'}
      >
        <span className={styles['rest']}>
          <InfoTooltip hint={t('run.hint')}>{text}</InfoTooltip>
        </span>
        <RunControls run={run} />
        <PlainButton ref={button} aria-haspopup="dialog" onClick={() => show(true)}>
          {t('run.results')}
        </PlainButton>
        {!isUnfinished(run) && !isSending(run) && <PlainButton onClick={closeRun}>{t('run.close')}</PlainButton>}
      </div>
      {isShown && <RunPanel run={run} text={text} onClose={() => show(false)} />}
    </>
  )
}

/** To be there as long as this tab has a run, or has kept one. */
export function RunLine() {
  const owner = useOwner()
  const run = useRelaunchRun(store => (store.owner === owner ? store.run : undefined))
  useEffect(() => takeUpRun(owner), [owner])
  useRunFollowing()
  return run === undefined ? null : <Line run={run} />
}
