/** Every answer recorded of the running services (tests/real-answers) is read by the function that asks for it. */
import { describe, expect, it } from 'vitest'
import { expectAsRecorded, recordedFiles, replaying } from './recorded'
import { OTHER_FILES } from './recorded-others'
import { RECORD_FILES } from './recorded-records'
import { SESSION_FILES } from './recorded-sessions'

const OURS = { ...SESSION_FILES, ...RECORD_FILES }
describe('an answer of the running services', () => {
  it('has its reader here, each of them', () => {
    expect([...Object.keys(OURS), ...Object.keys(OTHER_FILES)].sort()).toEqual([...recordedFiles()].sort())
  })

  it.each(Object.entries(OURS))('%s is read by who asks for it', async (file, read) => {
    const all = replaying(file, 'dataprovider-chain-monitoring')
    await read()
    expectAsRecorded(file, all.at(-1))
  })

  it.each(Object.entries(OTHER_FILES))('%s is read by who asks something near to it', async (file, [why, read]) => {
    expect(why).not.toBe('')
    replaying(file)
    await read()
  })
})
