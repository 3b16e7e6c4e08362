import { addStylesheet } from './stylesheet.js'

const links = () => [...document.head.querySelectorAll('link')]

describe('a stylesheet that is fetched', () => {
  it('[UI-251] is there when it is applied, and leaves nothing behind when it does not come, so that it can be asked for again', async () => {
    const first = addStylesheet('/look.css')
    links()[0]?.dispatchEvent(new Event('error'))
    await expect(first).rejects.toThrow('/look.css')
    expect(links()).toEqual([])

    const second = addStylesheet('/look.css')
    expect(links()).toHaveLength(1)
    links()[0]?.dispatchEvent(new Event('load'))
    await second
    expect(links()).toHaveLength(1)
  })
})
