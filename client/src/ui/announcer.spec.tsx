import { useEffect } from 'react'
import { act, render } from '@testing-library/react'
import { Announcer, useAnnounce } from './announcer.js'

const voice: { announce: ReturnType<typeof useAnnounce> } = { announce: () => undefined }
function Voice() {
  const announce = useAnnounce()
  useEffect(() => {
    Object.assign(voice, { announce })
  }, [announce])
  return null
}
const announce: typeof voice.announce = (...said) => voice.announce(...said)
const spoken = () => document.querySelector('[aria-live=polite]')?.textContent.replace('\u200b', '')

beforeEach(() => {
  jest.useFakeTimers()
  render(
    <Announcer>
      <Voice />
    </Announcer>
  )
})
afterEach(() => jest.useRealTimers())

describe('the one voice', () => {
  it("[UI-285] says one's own actions at once, and what others do when those have had their time", () => {
    act(() => announce('Map: removed.'))
    act(() => announce('Amina changed clause 3.', 'later'))
    expect(spoken()).toBe('Map: removed.')
    act(() => jest.advanceTimersByTime(1500))
    act(() => announce('Undone.'))
    expect(spoken()).toBe('Undone.')
    act(() => jest.advanceTimersByTime(2900))
    expect(spoken()).toBe('Undone.')
    act(() => jest.advanceTimersByTime(200))
    expect(spoken()).toBe('Amina changed clause 3.')
  })
  it('[SAVE-36] says what waits for the same pause together', () => {
    act(() => announce('Map: removed.'))
    act(() => announce('Amina changed clause 3.', 'later'))
    act(() => announce('Saved', 'later'))
    act(() => jest.advanceTimersByTime(3100))
    expect(spoken()).toBe('Amina changed clause 3. Saved')
  })
  it('[UI-444] takes back what has been heard: it is no part of the page', () => {
    act(() => announce('Saved'))
    act(() => jest.advanceTimersByTime(15_000))
    act(() => announce('Map: removed.'))
    act(() => jest.advanceTimersByTime(15_000))
    expect(spoken()).toBe('Map: removed.')
    act(() => jest.advanceTimersByTime(6000))
    expect(spoken()).toBe('')
  })
})
