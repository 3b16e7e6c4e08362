import { useCallback, useRef } from 'react'
import { randomId } from './random-id.js'

/**
 * The idempotency key of what a form is about to make: the same words sent again after a lost answer make nothing more,
 * other words make something else.
 */
export function useCreationKey(): (body: unknown) => string {
  const last = useRef({ body: '', key: '' })
  return useCallback((body) => {
    const text = JSON.stringify(body)
    if (text !== last.current.body) last.current = { body: text, key: randomId() }
    return last.current.key
  }, [])
}
