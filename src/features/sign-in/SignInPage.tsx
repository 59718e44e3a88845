/** Project, e-mail, password. After a refusal all entries but the password are kept. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import type { SyntheticEvent } from 'react'
import { Suspense, lazy, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { LANGUAGES, LANGUAGE_CODES } from '@/domain/languages'
import { projectsQuery, useSignIn } from '@/queries/sign-in'
import { useConfiguration } from '@/stores/configuration'
import { useCredentials } from '@/stores/credentials'
import { usePreferences } from '@/stores/preferences'
import { SelectField } from '@/ui/SelectField'
import type { DemoAccount } from './DemoAccounts'
import { Field } from './Field'
import { Refusal } from './Refusal'

const Page = styled('main')({ height: '100dvh', overflow: 'auto', display: 'grid', placeItems: 'center', padding: 16 })

const Form = styled('form')(({ theme }) => ({
  ...theme.typography.body1,
  display: 'flex',
  flexDirection: 'column',
  gap: 16,
  width: '100%',
  maxWidth: 400,
  padding: 28,
  borderRadius: 10,
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.divider}`,
  '& h1': { ...theme.typography.h6, fontSize: '1.25rem', margin: 0 },
  '& p': { margin: 0, color: theme.vars.palette.text.secondary },
}))

const Head = styled('div')({
  display: 'flex',
  justifyContent: 'space-between',
  alignItems: 'start',
  gap: 12,
  '& select': { flex: 'none', minWidth: 96 },
})

function Language() {
  const { t, language } = useTranslation('frame')
  const set = usePreferences(preferences => preferences.set)
  return (
    <SelectField
      label={t('language')}
      value={language}
      options={LANGUAGE_CODES.map(value => ({ value, label: LANGUAGES[value].name }))}
      onChange={chosen => set({ language: chosen })}
    />
  )
}

/** Only where REGARDS is simulated: a production build has no such part. */
const DemoAccounts =
  import.meta.env.VITE_SIMULATED === '1'
    ? lazy(async () => ({ default: (await import('./DemoAccounts')).DemoAccounts }))
    : undefined

interface Props {
  readonly demoAccounts: () => Promise<readonly DemoAccount[]>
}

export function SignInPage({ demoAccounts }: Props) {
  const { t } = useTranslation('signIn')
  const { t: tFrame } = useTranslation('frame')
  const id = useId()
  const configuration = useConfiguration()
  const { data: found = [] } = useQuery(projectsQuery())
  const { mutate, isPending, error, reset } = useSignIn()
  const [project, setProject] = useState(configuration.projects.length === 1 ? (configuration.projects[0] ?? '') : '')
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [isIncomplete, setIncomplete] = useState(false)
  const passwordField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (error !== null) passwordField.current?.focus()
  }, [error])

  const proposed = new Map([
    ...configuration.projects.map(name => [name, name] as const),
    ...found.map(({ name, label }) => [name, label] as const),
  ])
  const signIn = (credentials: Omit<DemoAccount, 'role'>) =>
    mutate(
      { credentials, client: configuration.client },
      {
        onSuccess: token => useCredentials.getState().signIn(token),
        onError: () => setPassword(''),
      },
    )
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (isPending) return
    const isMissing = project.trim() === '' || username.trim() === '' || password === ''
    setIncomplete(isMissing)
    if (isMissing) return
    signIn({ project: project.trim(), username: username.trim(), password })
  }
  const problem = isIncomplete ? t('missing') : error === null ? undefined : <Refusal error={error} />
  return (
    <Page>
      <title>{tFrame('signInTitle')}</title>
      <Form onSubmit={submit} onChange={() => error !== null && reset()} noValidate aria-labelledby={`${id}-title`}>
        <Head>
          <div>
            <h1 id={`${id}-title`}>{tFrame('dashboard')}</h1>
            <p>{t('intro')}</p>
          </div>
          <Language />
        </Head>
        <Field
          autoFocus={project === ''}
          label={t('project')}
          list={`${id}-projects`}
          name="project"
          autoComplete="organization"
          spellCheck={false}
          value={project}
          title={t('projectHint')}
          onChange={event => setProject(event.target.value)}
        />
        <datalist id={`${id}-projects`}>
          {[...proposed].map(([name, label]) => (
            <option key={name} value={name} label={label} />
          ))}
        </datalist>
        <Field
          autoFocus={project !== ''}
          label={t('email')}
          type="email"
          name="username"
          autoComplete="username"
          value={username}
          onChange={event => setUsername(event.target.value)}
        />
        <Field
          ref={passwordField}
          label={t('password')}
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          aria-invalid={error !== null}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          onChange={event => setPassword(event.target.value)}
        />
        {problem !== undefined && (
          <Alert severity="error" id={`${id}-problem`}>
            {problem}
          </Alert>
        )}
        <Button type="submit" variant="contained" size="large" aria-disabled={isPending}>
          {t(isPending ? 'submitting' : 'submit')}
        </Button>
        {DemoAccounts !== undefined && (
          <Suspense>
            <DemoAccounts
              load={demoAccounts}
              onChoose={({ role: _, ...account }) => {
                if (!isPending) signIn(account)
              }}
            />
          </Suspense>
        )}
      </Form>
    </Page>
  )
}
