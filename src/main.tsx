/** Reads the configuration, starts the simulator in a demo build, then draws. */
import 'virtual:theme-tokens.css'
import '@/ui/base.css'
import type { ReactNode } from 'react'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '@/app/App'
import { basePath } from '@/stores/base-path'
import { connectServices } from '@/app/connect-services'
import { createQueryClient } from '@/app/query-client'
import { isFault, readConfiguration } from '@/app/run-time-config'
import type { ConfigurationFault } from '@/app/run-time-config'
import { removeDemoWorker, startSimulator } from '@/app/start-simulator'
import { browserLanguage, loadMessages, setLanguage } from '@/i18n/i18n'
import { translate } from '@/i18n/translation'
import { useConfiguration } from '@/stores/configuration'
import { useCredentials } from '@/stores/credentials'
import { usePreferences } from '@/stores/preferences'
import { lazyPart } from '@/ui/lazy-mui'
import { notify } from '@/ui/notices'

const ConfigurationFaultPage = lazyPart<{ readonly fault: ConfigurationFault }>(async () => {
  const [{ ConfigurationFaultPage: page }] = await Promise.all([
    import('@/app/ConfigurationFaultPage'),
    loadMessages(['pages']),
  ])
  return { default: page }
})

function draw(page: ReactNode): void {
  const root = document.getElementById('root')
  if (root !== null) createRoot(root).render(<StrictMode>{page}</StrictMode>)
}

async function start(): Promise<void> {
  const base = basePath()
  const configuration = await readConfiguration(base)
  const { language } = usePreferences.getState()
  const configured = isFault(configuration) ? undefined : configuration.language
  await setLanguage(language ?? configured ?? browserLanguage())
  if (isFault(configuration)) {
    draw(
      <Suspense>
        <ConfigurationFaultPage fault={configuration} />
      </Suspense>,
    )
    return
  }
  useConfiguration.setState(configuration)
  useCredentials.getState().restore(configuration.token)
  connectServices()
  await startSimulator(base)
  draw(<App queryClient={createQueryClient()} base={base} />)
  if (await removeDemoWorker(base)) notify({ tone: 'info', text: translate('frame')('workerRemoved') })
}

// Without the headers that forbid it, the page itself refuses to be shown inside another one (SECURITY.md).
if (window.top === window.self) void start()
else document.body.textContent = translate('frame')('framed')
