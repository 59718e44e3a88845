/** rs-dataprovider: chains and their relaunch, a GET that changes state (docs/regards-api/actions.md 2.1 and 3.2). */
import { accepted, iso, link, refusal } from '../envelope'
import { containsLike } from '../like'
import { relaunchChain } from '../pipeline'
import { uuidOf } from '../random'
import type { Chain } from '../records'
import type { Keys } from './order'
import { sortedPage } from './order'
import type { Call } from './route'
import { routesOf } from './route'

/** Why a chain cannot be relaunched now, or undefined. */
function obstacle(chain: Chain): Response | undefined {
  if (chain.deletionPending) return refusal(403, `Deletion of chain "${chain.label}" is pending`)
  if (!chain.enabled) return refusal(422, `Inactive processing chain "${chain.label}" cannot be started`)
  if (chain.locked) return refusal(422, `Processing chain "${chain.label}" already locked`)
  return chain.executionBlockers.length > 0 ? refusal(422, ...chain.executionBlockers) : undefined
}

function relaunch({ archive, search }: Call): Response {
  const [label, session] = [search.get('chainName'), search.get('session')]
  if (label === null) return refusal(400, "Required request parameter 'chainName' is not present")
  if (session === null) return refusal(400, "Required request parameter 'session' is not present")
  const [chain, ...namesakes] = archive.chains.filter(candidate => candidate.label === label)
  // The server does not fill in its texts.
  if (chain === undefined) return refusal(500, 'Chain %s not found.')
  if (namesakes.length > 0) return refusal(500, 'Several chains %s found.')
  const refused = obstacle(chain)
  if (refused !== undefined) return refused
  relaunchChain(archive, chain, archive.find({ source: label, name: session }))
  return accepted()
}

/** The plugins every chain is made of. */
const pluginOf = (pluginId: string, id: number) => ({
  id,
  pluginId,
  label: `plugin ${id}`,
  businessId: uuidOf(`chain plugin ${id}`),
  version: '2.0.0',
  priorityOrder: 0,
  active: true,
  parameters: [],
})

function chainContent({ id, label, enabled, locked, mode, activatedAt }: Chain, { archive }: Call) {
  return {
    id,
    label,
    active: enabled,
    mode,
    locked,
    lastActivationDate: activatedAt === undefined ? undefined : iso(activatedAt),
    periodicity: mode === 'AUTO' ? '0 0 * * * *' : undefined,
    ingestChain: 'DefaultIngestChain',
    storages: [{ pluginBusinessId: archive.storages.homeOf(label, 'STORAGE'), targetTypes: [] }],
    categories: ['science'],
    versioningMode: 'INC_VERSION',
    fileInfos: [],
    validationPluginConf: pluginOf('DefaultFileValidation', 3),
    productPluginConf: pluginOf('DefaultProductPlugin', 2),
    generateSipPluginConf: pluginOf('DefaultSIPGeneration', 1),
    productsStored: true,
  }
}

const PATH = 'rs-dataprovider/chains'

/** A template in one of them: not usable as a URL. */
const orders = ({ id }: Chain) => ({
  start: link('start', `${PATH}/${id}/start{?session}`),
  stop: link('stop', `${PATH}/${id}/stop`),
  patch: link('patch', `${PATH}/${id}`),
})

/** Of a chain in full: whatever its state. */
function chainLinks(chain: Chain) {
  const { start, stop, patch } = orders(chain)
  return [link('list', PATH), link('self', `${PATH}/${chain.id}`), start, stop, patch]
}

/** The links of a watched chain: what it can do now. */
function monitoringLinks(chain: Chain) {
  const { start, stop, patch } = orders(chain)
  return [...(chain.locked ? [stop] : chain.enabled ? [start] : []), patch]
}

/** A chain with its obstacles. */
function wrapMonitored(chain: Chain, call: Call) {
  return {
    content: {
      chainId: chain.id,
      // Not the chain's own `active`: here it means that a job is running.
      active: chain.locked,
      deletionPending: chain.deletionPending,
      executionBlockers: chain.executionBlockers,
      chain: chainContent(chain, call),
    },
    links: monitoringLinks(chain),
  }
}

const KEYS: Keys<Chain> = {
  id: ({ id }) => id,
  label: ({ label }) => label,
  mode: ({ mode }) => mode,
  active: ({ enabled }) => Number(enabled),
  locked: ({ locked }) => Number(locked),
  lastActivationDate: ({ activatedAt }) => activatedAt,
}

function monitor(call: Call): Response {
  const { archive, search } = call
  const hasLabel = containsLike(search.get('label') ?? '')
  const [mode, running] = [search.get('mode'), search.get('running')]
  const rows = archive.chains
    .filter(({ label }) => hasLabel(label))
    .filter(chain => mode === null || chain.mode === mode)
    // The parameter is inverted: `running=true` gives the chains that are NOT locked.
    .filter(({ locked }) => running === null || locked === (running !== 'true'))
  return sortedPage(rows, {
    archive: call.archive,
    keys: KEYS,
    defaultSort: 'label,asc',
    wrap: chain => wrapMonitored(chain, call),
    path: 'rs-dataprovider/chain-monitoring',
    search,
  })
}

/** All of them, in full: no parameter filters here. */
function list(call: Call): Response {
  return sortedPage(call.archive.chains, {
    archive: call.archive,
    keys: KEYS,
    defaultSort: 'label,asc',
    wrap: chain => ({ content: chainContent(chain, call), links: chainLinks(chain) }),
    path: PATH,
    search: call.search,
  })
}

export const dataproviderRoutes = routesOf('rs-dataprovider', {
  'GET /chain-monitoring': {
    role: 'EXPLOIT',
    description: 'Monitor chains',
    controller: 'MonitoringController',
    answer: monitor,
  },
  'GET /chains': {
    role: 'EXPLOIT',
    description: 'List chains',
    controller: 'AcquisitionProcessingChainController',
    answer: list,
  },
  'GET /chains/relaunch': {
    role: 'EXPLOIT',
    description: 'Relaunch errors of a session of a chain',
    controller: 'AcquisitionProcessingChainController',
    answer: relaunch,
  },
})
