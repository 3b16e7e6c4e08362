import { act, renderHook } from '@testing-library/react'
import { chunk, useChunk } from './chunk.js'

/** A part whose fetching is decided by the test. */
function part() {
  const tries: { arrive: (value: string) => void; fail: () => void }[] = []
  const made = chunk(
    () => new Promise<string>((resolve, reject) => tries.push({ arrive: resolve, fail: () => reject(new Error('no network')) }))
  )
  return { made, tries }
}

/** Decides a try, and waits until the page has heard of it. */
async function settle(decide: () => void): Promise<void> {
  await act(() => {
    decide()
    return Promise.resolve()
  })
}

describe('a part of the program that is fetched when it is wanted', () => {
  beforeEach(() => jest.spyOn(console, 'info').mockImplementation(() => undefined))
  afterEach(() => jest.restoreAllMocks())

  it('[UI-91] that does not come is missing, not an error of the page, and can be asked for again', async () => {
    const { made, tries } = part()
    const { result } = renderHook(() => useChunk(made))
    expect(result.current).toEqual({ value: null, isMissing: false, isFetching: true })
    await settle(() => tries[0]!.fail())
    expect(result.current).toEqual({ value: null, isMissing: true, isFetching: false })
    await settle(() => made.load())
    expect(result.current.isMissing).toBe(true)
    await settle(() => tries[1]!.arrive('editor'))
    expect(result.current).toEqual({ value: 'editor', isMissing: false, isFetching: false })
  })

  it('[UI-91] is asked for again when the network is back, and once it is there never again', async () => {
    const { made, tries } = part()
    renderHook(() => useChunk(made))
    await settle(() => tries[0]!.fail())
    await settle(() => window.dispatchEvent(new Event('online')))
    await settle(() => tries[1]!.arrive('editor'))
    await settle(() => window.dispatchEvent(new Event('online')))
    expect(tries).toHaveLength(2)
  })

  it('[UI-91] is fetched once for all who want it, and not before somebody does', () => {
    const { made, tries } = part()
    const { rerender } = renderHook(({ isWanted }) => [useChunk(made, isWanted), useChunk(made, isWanted)], {
      initialProps: { isWanted: false }
    })
    expect(tries).toHaveLength(0)
    rerender({ isWanted: true })
    expect(tries).toHaveLength(1)
  })
})
