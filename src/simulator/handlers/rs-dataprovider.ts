/** rs-dataprovider: chains and their relaunch, a GET that changes state (actions.md 2.1 and 3.2). */
import { accepted, link, pageAnswer, refusal } from '../envelope'
import { containsLike } from '../matching'
import { relaunchChain } from '../pipeline'
import type { Chain } from '../records'
import type { Call } from './route'
import { routesOf } from './route'

/** Why a chain cannot be relaunched now, or undefined. */
function obstacle(chain: Chain): Response | undefined {
  if (chain.deletionPending) return refusal(403, `Acquisition chain "${chain.label}" is being deleted`)
  if (!chain.enabled) return refusal(422, `Acquisition chain "${chain.label}" is inactive`)
  if (chain.locked) return refusal(422, `Acquisition chain "${chain.label}" is already running`)
  return chain.executionBlockers.length > 0 ? refusal(422, ...chain.executionBlockers) : undefined
}

function relaunch({ archive, search }: Call): Response {
  const [label, session] = [search.get('chainName'), search.get('session')]
  if (label === null) return refusal(400, "Required request parameter 'chainName' is not present")
  if (session === null) return refusal(400, "Required request parameter 'session' is not present")
  const [chain, ...namesakes] = archive.chains.filter(candidate => candidate.label === label)
  // The server forgets to fill its own texts in.
  if (chain === undefined) return refusal(500, 'Cannot find any acquisition chain with label %s')
  if (namesakes.length > 0) return refusal(500, 'Several acquisition chains found with label %s')
  const refused = obstacle(chain)
  if (refused !== undefined) return refused
  relaunchChain(archive, chain, archive.find({ source: label, name: session }))
  return accepted()
}

function wrapChain(chain: Chain) {
  const { id, label, enabled, locked, mode, activatedAt } = chain
  const path = `rs-dataprovider/chains/${id}`
  return {
    content: {
      chainId: id,
      // Not the chain's own `active`: here it means that a job is running.
      active: locked,
      deletionPending: chain.deletionPending,
      executionBlockers: chain.executionBlockers,
      chain: {
        id,
        label,
        active: enabled,
        locked,
        mode,
        lastActivationDate: activatedAt === undefined ? undefined : new Date(activatedAt).toISOString(),
        periodicity: mode === 'AUTO' ? '0 0 * * * *' : undefined,
        ingestChain: 'DefaultIngestChain',
        versioningMode: 'INC_VERSION',
        productsStored: true,
        categories: ['science'],
        storages: [{ pluginBusinessId: 'disk-online', targetTypes: [] }],
      },
    },
    links: [
      link('update', path),
      link('patch', path),
      locked ? link('stop', `${path}/stop`) : enabled ? link('start', `${path}/start`) : link('delete', path),
    ],
  }
}

function monitor({ archive, search }: Call): Response {
  const hasLabel = containsLike(search.get('label') ?? '')
  const [mode, running] = [search.get('mode'), search.get('running')]
  const rows = archive.chains
    .filter(({ label }) => hasLabel(label))
    .filter(chain => mode === null || chain.mode === mode)
    // The parameter is inverted: `running=true` gives the chains that are NOT locked.
    .filter(({ locked }) => running === null || locked === (running !== 'true'))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
  return pageAnswer(rows, wrapChain, { path: 'rs-dataprovider/chain-monitoring', search })
}

export const dataproviderRoutes = routesOf('rs-dataprovider', {
  'GET /chain-monitoring': {
    role: 'EXPLOIT',
    description: 'Monitor chains',
    controller: 'MonitoringController',
    answer: monitor,
  },
  'GET /chains/relaunch': {
    role: 'EXPLOIT',
    description: 'Relaunch errors of a session of a chain',
    controller: 'AcquisitionProcessingChainController',
    answer: relaunch,
  },
})
