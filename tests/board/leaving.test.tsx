/** Timers, messages and pauses end with their user; a crash ends with what crashed. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { REST } from '@/app/BoardPage'
import { createQueryClient } from '@/app/query-client'
import { forget } from '@/app/sign-out'
import { sourceAuditQuery } from '@/queries/source-audit'
import { refetchBoard, isRefreshing } from '@/queries/refetch-board'
import { useCredentials } from '@/stores/credentials'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import { notify } from '@/ui/notices'
import { renderInTheme } from '@tests/support/render-in-theme'
import { simulator } from '@tests/support/simulator'
import { signInAs } from '@tests/support/render-app'
import { connectServices } from '@/app/connect-services'
import { useConfiguration } from '@/stores/configuration'
import { address, drawer, openBoard, row, settled, threeSessions } from './on-the-board'

const PATIENT = { timeout: 30_000 }

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const leave = () => act(() => forget(createQueryClient()))
const rested = () => act(() => new Promise(resolve => setTimeout(resolve, REST)))

describe('the arrow keys', PATIENT, () => {
  const atTheFirst = async () => {
    const { user } = await openBoard(threeSessions())
    await user.click(row('Sessions', 'one, A'))
    // The first one of a page waits for its code.
    await screen.findByRole('region', drawer('A', 'one'), PATIENT)
    await settled()
    // At once, or the hand has rested before the test goes on.
    return () => fireEvent.keyDown(row('Sessions', 'one, A'), { key: 'ArrowDown' })
  }

  it('open the session that they rest on', async () => {
    const press = await atTheFirst()
    press()
    await waitFor(() => expect(address()).toMatchObject({ session: 'two' }))
  })

  it('write no name into the address after signing out', async () => {
    const press = await atTheFirst()
    press()
    leave()
    window.history.replaceState(null, '', '/')
    await rested()
    expect(address()).toEqual({})
  })

  it('open nothing once the address shows something else', async () => {
    const press = await atTheFirst()
    press()
    act(() => window.history.back())
    await waitFor(() => expect(address()).toEqual({}))
    await rested()
    expect(address()).toEqual({})
  })
})

it('messages go with who signs out, shown or not', PATIENT, async () => {
  await openBoard(threeSessions())
  act(() => notify({ tone: 'error', text: 'one of A failed' }))
  expect(await screen.findAllByText('one of A failed')).not.toEqual([])
  leave()
  await waitFor(() => expect(screen.queryAllByText('one of A failed')).toEqual([]))
})

describe('after a sign-out', PATIENT, () => {
  const signedIn = async () => {
    const world = threeSessions()
    simulator.use(world)
    useConfiguration.setState({ gateway: 'http://localhost' })
    connectServices()
    await signInAs('operator')
    return world
  }

  it('the next user is not kept waiting because a closer look failed for the one before', async () => {
    const world = await signedIn()
    const lift = world.faults.refuse('GET rs-admin/sessions', 503)
    await expect(createQueryClient().query(sourceAuditQuery('A'))).rejects.toMatchObject({ status: 503 })
    lift.lift()
    await expect(createQueryClient().query(sourceAuditQuery('A'))).rejects.toMatchObject({ reason: 'aborted' })
    useCredentials.getState().signOut()
    await signInAs('operator')
    expect(await createQueryClient().query(sourceAuditQuery('A'))).toBeDefined()
  })

  it('a round of the one before is none of the next', async () => {
    await signedIn()
    const round = refetchBoard(createQueryClient(), false)
    expect(isRefreshing()).toBe(true)
    useCredentials.getState().signOut()
    expect(isRefreshing()).toBe(false)
    await round
  })
})

describe('a crash', () => {
  const Part = ({ name }: { readonly name: string }) => {
    if (name === 'broken') throw new Error('crash')
    return <p>{name}</p>
  }
  const shown = (name: string) => (
    <ErrorBoundary of={name}>
      <Part name={name} />
    </ErrorBoundary>
  )

  it('of one session is not shown for the next', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { rerender } = renderInTheme(shown('broken'))
    expect(screen.getByRole('alert')).toBeInTheDocument()
    rerender(shown('fine'))
    expect(screen.getByText('fine')).toBeInTheDocument()
    expect(screen.queryByRole('alert')).toBeNull()
    rerender(shown('broken'))
    expect(screen.getByRole('alert')).toBeInTheDocument()
  })
})
