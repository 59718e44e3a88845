/** While REGARDS is simulated: buttons that sign in as a demo account, with its rights. */
import { useEffect, useState } from 'react'
import '@/i18n/demo-words'
import { loadMessages } from '@/i18n/i18n'
import { useTranslation } from '@/i18n/translation'
import { PlainButton } from '@/ui/PlainButton'
import styles from './sign-in.module.css'

export interface DemoAccount {
  readonly project: string
  readonly username: string
  readonly password: string
  readonly role: string
}

const ROLES = ['EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] as const

interface Props {
  /** Resolves to none with a real REGARDS. */
  readonly load: () => Promise<readonly DemoAccount[]>
  readonly onChoose: (account: DemoAccount) => void
}

export function DemoAccounts({ load, onChoose }: Props) {
  const { t } = useTranslation('demo')
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([])
  useEffect(() => {
    let isLeft = false
    void Promise.all([load(), loadMessages(['demo'])]).then(([found]) => {
      if (!isLeft) setAccounts(found)
    })
    return () => {
      isLeft = true
    }
  }, [load])
  if (accounts.length === 0) return null
  return (
    <section className={styles['demo']} aria-label={t('title')}>
      <p>{t('title')}</p>
      <ul>
        {accounts.map(account => {
          const role = ROLES.find(known => known === account.role)
          return (
            <li key={account.username}>
              <PlainButton look="framed" onClick={() => onChoose(account)}>
                {account.username}
              </PlainButton>
              {role !== undefined && <span>{t(`can.${role}`)}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
