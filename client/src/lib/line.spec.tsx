import { act, renderHook, waitFor } from '@testing-library/react'
import { noteAnswer, useLine } from './line.js'

describe('the line to the server', () => {
  let answers: boolean
  beforeEach(() => {
    answers = true
    Object.assign(globalThis, { fetch: () => (answers ? Promise.resolve({ ok: true }) : Promise.reject(new TypeError('no'))) })
    noteAnswer(true)
  })
  afterEach(() => jest.restoreAllMocks())

  const network = (isOn: boolean) => {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOn)
    window.dispatchEvent(new Event(isOn ? 'online' : 'offline'))
  }

  it('[UI-205] is there, or the server is away, or this device has no network', async () => {
    const { result } = renderHook(useLine)
    expect(result.current).toBe('there')
    act(() => noteAnswer(false))
    expect(result.current).toBe('server_away')
    answers = false
    act(() => network(false))
    expect(result.current).toBe('no_network')
    await waitFor(() => expect(result.current).toBe('no_network'))
    answers = true
    act(() => network(true))
    await waitFor(() => expect(result.current).toBe('there'))
  })

  it('[UI-205] a server on this very machine is there without any network', async () => {
    const { result } = renderHook(useLine)
    act(() => network(false))
    expect(result.current).toBe('no_network')
    await waitFor(() => expect(result.current).toBe('there'))
  })
})
