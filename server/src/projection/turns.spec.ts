import { type Lane, Turns } from './turns.js'

/** The order in which what is added while something runs has its turn. */
async function orderOf(...added: readonly Lane[]): Promise<readonly Lane[]> {
  const turns = new Turns()
  const order: Lane[] = []
  let open = (): void => undefined
  const running = turns.run('now', () => new Promise<void>((resolve) => (open = resolve)))
  const all = added.map((lane) => turns.run(lane, () => Promise.resolve(order.push(lane))))
  open()
  await Promise.all([running, ...all])
  return order
}

describe('[PROJ-23] turns', () => {
  it('go to what was touched now, then to what was left behind, and at the end to what took too long', async () => {
    expect(await orderOf('last', 'behind', 'now', 'behind', 'now')).toEqual(['now', 'now', 'behind', 'behind', 'last'])
  })

  it('come to what was left behind also while people never pause', async () => {
    expect((await orderOf('behind', ...Array.from({ length: 20 }, () => 'now' as const))).indexOf('behind')).toBe(6)
  })

  it('go on after a failure, which is told to whoever asked', async () => {
    const turns = new Turns()
    const failing = turns.run('now', () => Promise.reject(new Error('no')))
    const next = turns.run('behind', () => Promise.resolve(7))
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe(7)
    await turns.idle()
  })
})
