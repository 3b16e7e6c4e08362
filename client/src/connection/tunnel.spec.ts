import type { Piece } from '@roundtable/shared/protocol'
import { Tunnel } from './tunnel.js'

describe('what comes by the tunnel', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('[LIVE-96] a piece that breaks whoever hears it is told of, and the next one of the same answer is heard', () => {
    const listeners = new Map<string, (pieces: readonly Piece[]) => void>()
    const socket = {
      connected: true,
      active: true,
      on: (event: string, listener: (pieces: readonly Piece[]) => void) => listeners.set(event, listener),
      emit: () => undefined
    }
    const tunnel = new Tunnel(socket as unknown as ConstructorParameters<typeof Tunnel>[0])
    const [one, other] = [tunnel.open('ws://here/live/one'), tunnel.open('ws://here/live/other')]
    const heard = jest.fn()
    one.onmessage = () => {
      throw new Error('broken')
    }
    other.onmessage = heard
    listeners.get('down')?.([
      [1, 'end', btoa('x')],
      [2, 'end', btoa('y')]
    ])
    expect(heard).toHaveBeenCalledTimes(1)
    expect(() => jest.runAllTimers()).toThrow('broken')
  })
})
