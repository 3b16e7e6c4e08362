import { playMutations } from '../support/mutations.js'
import { seededRandom } from '../support/random.js'
import { TestServer } from '../support/server.js'

const MUTATIONS = 2000

it(`[LIVE-33] ${MUTATIONS} mutated frames: the room goes on, nothing unreadable is stored, every refusal says why`, async () => {
  const server = await TestServer.start()
  try {
    const random = seededRandom('mutations')
    const round = await playMutations(server, await server.world(), random, MUTATIONS)
    expect({ seed: random.seed, ...round }).toMatchObject({ unexplained: [], broken: [], storedForViewers: 0 })
    expect([...round.outcomes.keys()]).toEqual(expect.arrayContaining(['taken', 'malformed', 'refers_to_unknown', 'not_allowed']))
  } finally {
    await server.close()
  }
}, 120_000)
