import { listenForOwnMoves } from './own-moves.js'

describe("going one's own way", () => {
  const heard: string[] = []
  let stop: () => void
  beforeEach(() => {
    document.body.innerHTML =
      '<div class="document"><div class="document__bar"><button id="tool">Stop</button></div><div class="document__body"><textarea id="text"></textarea></div></div><button id="menu">Menu</button>'
    heard.length = 0
    stop = listenForOwnMoves((why) => heard.push(why))
  })
  afterEach(() => {
    stop()
    document.body.replaceChildren()
  })
  const on = (id: string, event: Event) => document.querySelector(`#${id}`)?.dispatchEvent(event)
  const key = (name: string) => new KeyboardEvent('keydown', { key: name, bubbles: true })

  it('[UI-283] is writing, going into the text, scrolling and Escape', () => {
    on('text', key('a'))
    on('text', new FocusEvent('focusin', { bubbles: true }))
    on('menu', new Event('wheel', { bubbles: true }))
    on('menu', new Event('touchmove', { bubbles: true }))
    on('menu', key('PageDown'))
    on('tool', key('Escape'))
    expect(heard).toEqual(['moved', 'moved', 'moved', 'moved', 'moved', 'stopped'])
  })

  it('[UI-283] is not what the page scrolls itself, nor what is pressed in its bar', () => {
    window.dispatchEvent(new Event('scroll'))
    on('tool', key(' '))
    on('tool', key('Tab'))
    on('menu', key('Tab'))
    on('tool', new FocusEvent('focusin', { bubbles: true }))
    expect(heard).toEqual([])
  })
})
