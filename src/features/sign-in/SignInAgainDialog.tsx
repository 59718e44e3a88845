/** Asks only for the password when the sign-in has ended: the page behind stays. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import type { SyntheticEvent } from 'react'
import { useId, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { nameText } from '@/i18n/isolate'
import { useSignIn } from '@/queries/sign-in'
import { useConfiguration } from '@/stores/configuration'
import { useCredentials } from '@/stores/credentials'
import { useForbidden } from '@/stores/forbidden'
import { useUnsentRelaunch } from '@/stores/unsent-relaunch'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Field } from './Field'
import { Refusal } from './Refusal'

/** What was not sent, when something was not. */
function NotSent() {
  const { t } = useTranslation('signIn')
  const { t: tSteps } = useTranslation('steps')
  const relaunch = useUnsentRelaunch(store => store.relaunch)
  if (relaunch === undefined) return null
  const step = tSteps(`${relaunch.stepId}.title`)
  return (
    <Alert severity="warning" sx={{ my: 1 }}>
      {t('again.notSent', { step, session: `${relaunch.ref.source} / ${nameText(relaunch.ref.name)}` })}
    </Alert>
  )
}

interface Props {
  /** Another user wants to sign in: nothing of this user may stay. */
  readonly onLeave: () => void
}

export function SignInAgainDialog({ onLeave }: Props) {
  const { t } = useTranslation('signIn')
  const id = useId()
  const queryClient = useQueryClient()
  const client = useConfiguration(configuration => configuration.client)
  const identity = useCredentials(credentials => credentials.identity)
  const { mutate, isPending, error } = useSignIn()
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  if (identity === undefined) return null
  const { user, project } = identity

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (isPending || password === '') return
    mutate(
      { credentials: { project, username: user, password }, client },
      {
        onSuccess: token => {
          useCredentials.getState().signIn(token)
          useForbidden.getState().clear()
          // Failed reads are sent again; actions are not.
          void queryClient.invalidateQueries()
        },
        onError: () => {
          setPassword('')
          field.current?.focus()
        },
      },
    )
  }
  return (
    <ConfirmDialog
      open
      title={t('again.title')}
      // Nothing works without a sign-in: the dialog cannot be closed, only left with the page.
      onClose={() => undefined}
      actions={
        <>
          <Button onClick={onLeave} title={t('again.otherHint')}>
            {t('again.other')}
          </Button>
          <Button type="submit" form={`${id}-form`} variant="contained" aria-disabled={isPending}>
            {t(isPending ? 'submitting' : 'submit')}
          </Button>
        </>
      }
    >
      <Typography>{t('again.text')}</Typography>
      <NotSent />
      <Typography sx={{ my: 1, overflowWrap: 'anywhere' }}>{t('again.as', { user, project })}</Typography>
      <form id={`${id}-form`} onSubmit={submit} noValidate>
        {/* For password managers: the user name. */}
        <input type="hidden" name="username" autoComplete="username" value={user} readOnly />
        <Field
          ref={field}
          label={t('password')}
          type="password"
          name="password"
          autoComplete="current-password"
          autoFocus
          value={password}
          aria-invalid={error !== null}
          aria-describedby={error === null ? undefined : `${id}-problem`}
          onChange={event => setPassword(event.target.value)}
        />
        {error !== null && (
          <Alert severity="error" id={`${id}-problem`} sx={{ mt: 1 }}>
            <Refusal error={error} />
          </Alert>
        )}
      </form>
    </ConfirmDialog>
  )
}
