import { act, render } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import type { SaveState } from '../../../connection/index.js'
import { startCatalogue } from '../../../locales/catalogue.js'
import { Announcer } from '../../../ui/announcer.js'
import { keepScope } from '../together/scope.js'
import { useSpokenState } from './use-spoken-state.js'

function Page({ state }: { readonly state: SaveState }) {
  useSpokenState(state)
  return null
}

const spoken = () => document.querySelector('[aria-live=polite]')?.textContent.replace('\u200b', '')
const at = (second: number): SaveState => ({ kind: 'saved', at: new Date(second * 1000) })
const SAVING: SaveState = { kind: 'saving' }

async function show(first: SaveState) {
  const catalogue = await startCatalogue('en')
  jest.useFakeTimers()
  const page = (state: SaveState) => (
    <I18nextProvider i18n={catalogue}>
      <Announcer>
        <Page state={state} />
      </Announcer>
    </I18nextProvider>
  )
  const { rerender } = render(page(first))
  return {
    turn: (state: SaveState) => rerender(page(state)),
    wait: (ms: number) => act(() => jest.advanceTimersByTime(ms))
  }
}

describe('that it is saved', () => {
  beforeEach(() => window.localStorage.clear())
  afterEach(() => jest.useRealTimers())

  it('[SAVE-36] is said once in a pause after one’s own edits, and not while they go on', async () => {
    const { turn, wait } = await show({ kind: 'saved', at: null })
    wait(5000)
    expect(spoken()).toBe('')
    for (const second of [1, 2, 3]) {
      turn(SAVING)
      turn(at(second))
      wait(1500)
      expect(spoken()).toBe('')
    }
    wait(600)
    expect(spoken()).toBe('Saved')
    const before = document.querySelector('[aria-live=polite]')?.textContent
    turn(at(3))
    wait(5000)
    expect(document.querySelector('[aria-live=polite]')?.textContent).toBe(before)
  })

  it('[SAVE-36] is not said to whoever wants to hear of no changes, nor twice after trouble', async () => {
    const { turn, wait } = await show({ kind: 'on_device', waiting: 1 })
    turn(at(1))
    const once = document.querySelector('[aria-live=polite]')?.textContent
    expect(once).toMatch(/^Saved /)
    wait(9000)
    expect(document.querySelector('[aria-live=polite]')?.textContent).toBe(once)
    keepScope('off')
    turn(SAVING)
    turn(at(2))
    wait(9000)
    expect(document.querySelector('[aria-live=polite]')?.textContent).toBe(once)
  })
})
