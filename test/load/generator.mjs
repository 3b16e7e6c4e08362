/** The load generator's process: does what it is told over the channel to its parent, an act of `Crowd` at a time. */
import { Crowd } from './crowd.mjs'

const crowd = new Crowd()
process.on('message', async ({ number, act, words }) => {
  try {
    process.send({ number, result: (await crowd[act](words)) ?? {} })
  } catch (error) {
    process.send({ number, error: error.message })
  }
})
process.on('disconnect', () => process.exit())
