import { act, render, screen } from '@testing-library/react'
import { Waiting } from './waiting.js'

describe('what is waited for', () => {
  afterEach(() => jest.useRealTimers())

  it('[UI-361] is seen at once, and heard after a second', () => {
    jest.useFakeTimers()
    render(<Waiting>Opening…</Waiting>)
    const words = screen.getByText('Opening…')
    expect(words.getAttribute('aria-hidden')).toBe('true')
    act(() => jest.advanceTimersByTime(1000))
    expect(words.getAttribute('aria-hidden')).toBe('false')
    expect(screen.getByRole('status').textContent).toBe('Opening…')
  })
})
