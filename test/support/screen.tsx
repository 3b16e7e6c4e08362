import './browser-globals.js'
import type { ReactNode } from 'react'
import { configure, render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { QueryClientProvider } from '@tanstack/react-query'
import { I18nextProvider } from 'react-i18next'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { createQueryClient } from '../../client/src/lib/query-client.js'
import { startCatalogue } from '../../client/src/locales/catalogue.js'
import { Announcer } from '../../client/src/ui/announcer.js'

// A busy machine is no failure.
configure({ asyncUtilTimeout: 15_000 })

export interface Asked {
  readonly operation: string
  readonly body: unknown
  readonly key: string | null
}

type Answer = unknown

/** An answer that is a refusal, as the server's problem document says it. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly args: Readonly<Record<string, string | number>> = {},
    readonly fields: readonly { readonly field: string; readonly reason: string }[] = []
  ) {}
}

/** A server of set answers (`GET /api/…` → what is answered; a function is asked anew each time) that keeps what it was asked. */
export class SetAnswers {
  readonly asked: Asked[] = []

  constructor(private readonly answers: Readonly<Record<string, Answer>>) {
    Object.assign(globalThis, { fetch: this.#fetch })
  }

  /** The acts: everything asked but looking. */
  get acts(): readonly Asked[] {
    return this.asked.filter(({ operation }) => !operation.startsWith('GET'))
  }

  readonly #fetch = (address: string, init: RequestInit): Promise<Partial<Response>> => {
    const operation = `${init.method} ${address}`
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    this.asked.push({ operation, body, key: new Headers(init.headers).get('idempotency-key') })
    const set = this.answers[operation]
    const answer: Answer = typeof set === 'function' ? (set as () => Answer)() : set
    if (answer instanceof Refusal) return respond(answer.status, { code: answer.code, args: answer.args, fields: answer.fields })
    return operation in this.answers ? respond(200, answer) : respond(404, { code: 'not_found', args: {}, fields: [] })
  }
}

function respond(status: number, body: unknown): Promise<Partial<Response>> {
  return Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(body) })
}

/** Shows one page at its address; every other address says where one has come. */
export async function showPage(page: ReactNode, { route, at }: { route: string; at: string }): Promise<UserEvent> {
  const catalogue = await startCatalogue('en')
  render(
    <I18nextProvider i18n={catalogue}>
      <QueryClientProvider client={createQueryClient()}>
        <MemoryRouter initialEntries={[at]}>
          <Announcer>
            <Routes>
              <Route path={route} element={page} />
              <Route path="*" element={<Elsewhere />} />
            </Routes>
          </Announcer>
        </MemoryRouter>
      </QueryClientProvider>
    </I18nextProvider>
  )
  return userEvent.setup()
}

function Elsewhere() {
  const { pathname, search } = useLocation()
  return <p data-testid="elsewhere">{`${pathname}${search}`}</p>
}

/** What the one announcer said last; React Aria has a region of its own. */
export function spoken(): string | undefined {
  return document.querySelector('.visually-hidden[aria-live=polite]')?.textContent.replace('\u200b', '')
}
