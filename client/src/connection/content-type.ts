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
