import { MESSAGE, SYNC } from '@roundtable/shared/protocol'
import * as decoding from 'lib0/decoding'

/** Which content message this is, or null for everything else the provider sends. */
export function contentTypeOf(data: unknown): 'step2' | 'update' | null {
  if (!(data instanceof Uint8Array)) return null
  const decoder = decoding.createDecoder(data)
  if (decoding.readVarUint(decoder) !== MESSAGE.sync) return null
  const step = decoding.readVarUint(decoder)
  if (step === SYNC.step2) return 'step2'
  return step === SYNC.update ? 'update' : null
}

/**
 * A WebSocket class for the stock provider that tells which content messages it sends.
 * The provider has no hook for that, and counting them is what "Saved" rests on.
 */
export function countingSocket(onSent: (type: 'step2' | 'update') => void, onOpened: () => void): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      onOpened()
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      const type = contentTypeOf(data)
      if (type) onSent(type)
    }
  }
}
