/** How far something long is, as it is said: its start, then each quarter once. */
import { renderHook } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import * as announcer from '@/ui/announce'
import { useAnnouncedProgress } from '@/ui/useAnnouncedProgress'

it.each([
  ['the start, and each quarter that was passed', [0, 0.1, 0.24, 0.25, 0.3, 0.6, 0.8, 0.99, 1], [0, 0.25, 0.6, 0.8]],
  ['no end: that has a message of its own', [0, 1], [0]],
  ['nothing twice when it begins anew', [0, 0.3, 0.6, 0.1, 0.3, 0.9], [0, 0.3, 0.6, 0.9]],
  ['the start of the next one', [0, 0.5, undefined, 0, 0.5], [0, 0.5, 0, 0.5]],
  ['nothing where nothing goes on', [undefined, undefined], []],
] as const)('%s', (_, shares, told) => {
  const announce = vi.spyOn(announcer, 'announce').mockImplementation(() => undefined)
  const { rerender } = renderHook(({ share }) => useAnnouncedProgress(share, () => String(share)), {
    initialProps: { share: shares[0] as number | undefined },
  })
  for (const share of shares.slice(1)) rerender({ share })
  expect(announce.mock.calls.map(([text]) => Number(text))).toEqual(told)
})
