/** A relaunch that was not sent because the user was signed out: a new click sends or discards it. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useEffect } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { RelaunchAction } from '@/domain/action'
import { subjectOf } from '@/domain/action'
import { isolate } from '@/i18n/isolate'
import { useStepWords } from '@/i18n/step-words'
import { useAction } from '@/queries/useAction'
import { useOwner } from '@/stores/credentials'
import type { UnsentRelaunch } from '@/stores/unsent-relaunch'
import { useUnsentRelaunch } from '@/stores/unsent-relaunch'

const Bar = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 12px',
  padding: '4px 12px',
  backgroundColor: theme.vars.palette.background.paper,
  borderInlineStart: `4px solid ${theme.vars.palette.warning.main}`,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  overflowWrap: 'anywhere',
}))

function Unsent({ relaunch }: { readonly relaunch: UnsentRelaunch }) {
  const { t } = useTranslation('session')
  const { ref, stepId, only } = relaunch
  const action: RelaunchAction = { kind: 'relaunch', ref, stepId, only }
  const { submit, isPending, elsewhere, notSent, before } = useAction(subjectOf(action), false)
  const step = useStepWords()(stepId).title
  const discard = useUnsentRelaunch(store => store.discard)
  // Its outcome is shown like that of any action (features/shell/ActionNotices.tsx); after another refused token it stays here.
  useEffect(() => {
    if (notSent !== undefined && notSent !== 'signedOut') discard()
  }, [notSent, discard])
  return (
    <Bar role="group" aria-label={t('relaunch.unsent.name')}>
      <span>
        {t('relaunch.unsent.text', { step, source: isolate(ref.source), session: isolate(ref.name) })}{' '}
        {before !== undefined && t('relaunch.unsent.before')}
      </span>
      <Button
        size="small"
        variant="contained"
        aria-disabled={isPending || elsewhere !== undefined}
        onClick={() => submit(action, discard)}
      >
        {t(isPending ? 'relaunch.pending' : 'relaunch.unsent.send')}
      </Button>
      <Button size="small" onClick={discard}>
        {t('relaunch.unsent.discard')}
      </Button>
    </Bar>
  )
}

export function UnsentRelaunchBar() {
  const relaunch = useUnsentRelaunch(store => store.relaunch)
  const owner = useOwner()
  return owner !== '' && relaunch?.owner === owner ? <Unsent relaunch={relaunch} /> : null
}
