import type { ReactNode } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import '../../../test/support/browser-globals.js'
import { createQueryClient, SESSION_KEY } from '../lib/query-client.js'
import { useKeptForm } from './use-kept-form.js'

const EMPTY = { who: '', why: '' }

/** The form as a person (null: nobody is signed in) has it before them, and whether it is on its way. */
function open(personId: string | null, of = 'one') {
  const client = createQueryClient()
  client.setQueryData(SESSION_KEY, personId === null ? null : { person: { id: personId }, seats: [] })
  const wrapper = ({ children }: { readonly children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>
  return renderHook(({ isPending }) => useKeptForm({ title: 'Ask', isPending, onClose: () => undefined }, EMPTY, of), {
    wrapper,
    initialProps: { isPending: false }
  })
}

function typed(personId: string | null) {
  const form = open(personId)
  act(() => form.result.current[1]({ who: 'Mara', why: '' }))
  return form
}

describe('a form over a page', () => {
  beforeEach(() => window.sessionStorage.clear())

  it.each(['mara', null])('[UI-217] has its words again when the page was left, and of nothing else and nobody else: %j', (personId) => {
    typed(personId).unmount()
    expect(open(personId).result.current[0]).toEqual({ who: 'Mara', why: '' })
    expect([open(personId, 'another').result.current[0], open('noor').result.current[0]]).toEqual([EMPTY, EMPTY])
  })

  it('[UI-217] has none of them when it was put away', () => {
    const form = typed('mara')
    act(() => form.result.current[2]())
    expect(open('mara').result.current[0]).toEqual(EMPTY)
  })

  it('[UI-217] has none of them when it went while it was being sent, and all when it was refused', () => {
    const refused = typed('mara')
    refused.rerender({ isPending: true })
    refused.rerender({ isPending: false })
    refused.unmount()
    const sent = open('mara')
    expect(sent.result.current[0].who).toBe('Mara')
    sent.rerender({ isPending: true })
    sent.unmount()
    expect(open('mara').result.current[0]).toEqual(EMPTY)
  })
})
